"""Sort a copy: an item with more than n / k occurrences fills one of the places n/k, 2n/k, ...; bisect for its run."""

from bisect import bisect_left, bisect_right


def heavy_hitters(stream: list[str], k: int) -> list[str]:
    if k < 2:
        raise ValueError("k must be at least 2")
    ordered = sorted(stream)
    step = max(len(ordered) // k, 1)
    found = []
    for place in range(0, len(ordered), step):
        item = ordered[place]
        if found and found[-1] == item:
            continue
        count = bisect_right(ordered, item) - bisect_left(ordered, item)
        if count * k > len(ordered):
            found.append(item)
    return found
