"""Takes `required` as a set.
edge: duplicate-required
"""

from collections import Counter


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    wanted = set(required)
    have = Counter()
    ordered = sorted(event for event in events if event[1] in wanted)
    best = None
    start = 0
    for end, kind in ordered:
        have[kind] += 1
        while len(have) == len(wanted):
            first, leaving = ordered[start]
            if best is None or end - first < best[1] - best[0]:
                best = (first, end)
            have[leaving] -= 1
            if have[leaving] == 0:
                del have[leaving]
            start += 1
    return best
