"""Two pointers over the relevant events in time order, with the number of entries that are still missing."""

from collections import Counter


def shortest_covering_window(events: list[tuple[int, str]], required: list[str]) -> tuple[int, int] | None:
    if not required:
        raise ValueError("required must not be empty")

    need = Counter(required)  # below zero: a surplus inside the window
    missing = len(required)
    relevant = sorted(event for event in events if event[1] in need)

    best = None
    start = 0
    for end, kind in relevant:
        if need[kind] > 0:
            missing -= 1
        need[kind] -= 1
        while missing == 0:
            first, leaving = relevant[start]
            if best is None or end - first < best[1] - best[0]:
                best = (first, end)
            need[leaving] += 1
            if need[leaving] > 0:
                missing += 1
            start += 1
    return best
