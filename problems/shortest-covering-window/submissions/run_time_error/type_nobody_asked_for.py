"""Looks up every event's type in a plain dictionary of the required ones.
edge: irrelevant-types
"""


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    need = {}
    for kind in required:
        need[kind] = need.get(kind, 0) + 1
    missing = len(required)
    ordered = sorted(events)
    best = None
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
