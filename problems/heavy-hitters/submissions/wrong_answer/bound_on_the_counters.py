"""Compares the counters of the first pass with the bound, although they are too low.
edge: false-candidate
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
            counters = {other: count - 1 for other, count in counters.items() if count > 1}
    return sorted(item for item, count in counters.items() if count * k > len(stream))
