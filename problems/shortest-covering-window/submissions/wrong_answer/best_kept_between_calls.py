"""Keeps the best window in the module.
edge: repeat-calls
"""

from collections import Counter

best = None


def shortest_covering_window(events, required):
    global best
    if not required:
        raise ValueError("required must not be empty")
    need = Counter(required)
    missing = len(required)
    ordered = sorted(events)
    start = 0
    for end, kind in ordered:
        missing -= need[kind] > 0
        need[kind] -= 1
        while missing == 0:
            first, leaving = ordered[start]
            if best is None or end - first < best[1] - best[0]:
                best = (first, end)
            need[leaving] += 1
            missing += need[leaving] > 0
            start += 1
    return best
