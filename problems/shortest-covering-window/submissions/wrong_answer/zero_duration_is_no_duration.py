"""Takes a best duration of 0 for "none found yet".
edge: zero-length
"""

from collections import Counter


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    need = Counter(required)
    missing = len(required)
    ordered = sorted(events)
    best = None
    shortest = 0
    start = 0
    for end, kind in ordered:
        missing -= need[kind] > 0
        need[kind] -= 1
        while missing == 0:
            first, leaving = ordered[start]
            if not shortest or end - first < shortest:
                best = (first, end)
                shortest = end - first
            need[leaving] += 1
            missing += need[leaving] > 0
            start += 1
    return best
