"""Moves two pointers but counts the whole window anew at every step: O(n * w).
edge: large
"""

from collections import Counter


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    need = Counter(required)
    ordered = sorted(events)
    best = None
    start = 0
    for end in range(len(ordered)):
        while not need - Counter(kind for _, kind in ordered[start : end + 1]):
            window = (ordered[start][0], ordered[end][0])
            if best is None or window[1] - window[0] < best[1] - best[0]:
                best = window
            start += 1
    return best
