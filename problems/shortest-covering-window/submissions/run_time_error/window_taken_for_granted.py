"""Returns the best of the windows found, although there may be none.
edge: impossible
"""

from collections import Counter


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    if not events:
        return None
    need = Counter(required)
    missing = len(required)
    ordered = sorted(events)
    found = []
    start = 0
    for end, kind in ordered:
        missing -= need[kind] > 0
        need[kind] -= 1
        while missing == 0:
            first, leaving = ordered[start]
            found.append((end - first, first, end))
            need[leaving] += 1
            missing += need[leaving] > 0
            start += 1
    found.sort()
    return found[0][1:]
