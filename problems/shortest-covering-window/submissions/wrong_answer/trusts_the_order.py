"""Takes the events as sorted by time.
edge: unsorted-timestamps
"""

from collections import Counter


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    need = Counter(required)
    missing = len(required)
    best = None
    start = 0
    for end, kind in events:
        missing -= need[kind] > 0
        need[kind] -= 1
        while missing == 0:
            first, leaving = events[start]
            if best is None or end - first < best[1] - best[0]:
                best = (first, end)
            need[leaving] += 1
            missing += need[leaving] > 0
            start += 1
    return best
