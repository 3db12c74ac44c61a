"""Starts a new search at every event: O(n^2).
edge: large
"""

from collections import Counter


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    ordered = sorted(events)
    best = None
    for i in range(len(ordered)):
        need = Counter(required)
        missing = len(required)
        for timestamp, kind in ordered[i:]:
            if need[kind] > 0:
                need[kind] -= 1
                missing -= 1
                if missing == 0:
                    duration = timestamp - ordered[i][0]
                    if best is None or duration < best[1] - best[0]:
                        best = (ordered[i][0], timestamp)
                    break
    return best
