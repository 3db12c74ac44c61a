"""Leaves counters at zero in their places, so nothing new gets in.
edge: all-distinct
"""


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    counters = {}
    for item in stream:
        if item in counters:
            counters[item] += 1
        elif len(counters) < k - 1:
            counters[item] = 1
        else:
            for other in counters:
                counters[other] = max(counters[other] - 1, 0)
    exact = dict.fromkeys(counters, 0)
    for item in stream:
        if item in exact:
            exact[item] += 1
    return sorted(item for item, count in exact.items() if count * k > len(stream))
