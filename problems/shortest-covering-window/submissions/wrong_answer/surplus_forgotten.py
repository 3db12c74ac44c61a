"""Counts a departure as missing although a surplus of the type is still inside.
edge: basic
"""

from collections import Counter


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    need = Counter(required)
    missing = len(required)
    ordered = sorted(event for event in events if event[1] in need)
    best = None
    start = 0
    for end, kind in ordered:
        if need[kind] > 0:
            need[kind] -= 1
            missing -= 1
        while missing == 0:
            first, leaving = ordered[start]
            if best is None or end - first < best[1] - best[0]:
                best = (first, end)
            need[leaving] += 1
            missing += 1
            start += 1
    return best
