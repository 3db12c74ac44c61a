"""Stops at the first window that covers everything.
edge: basic
"""

from collections import Counter


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    need = Counter(required)
    missing = len(required)
    ordered = sorted(event for event in events if event[1] in need)
    start = 0
    for end, kind in ordered:
        missing -= need[kind] > 0
        need[kind] -= 1
        if missing == 0:
            while need[ordered[start][1]] < 0:
                need[ordered[start][1]] += 1
                start += 1
            return ordered[start][0], end
    return None
