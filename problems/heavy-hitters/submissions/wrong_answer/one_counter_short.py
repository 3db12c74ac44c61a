"""Keeps only k - 2 candidates (and one for k = 2).
edge: basic
"""


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    counters = {}
    for item in stream:
        if item in counters:
            counters[item] += 1
        elif len(counters) < max(k - 2, 1):
            counters[item] = 1
        else:
            counters = {other: count - 1 for other, count in counters.items() if count > 1}
    exact = dict.fromkeys(counters, 0)
    for item in stream:
        if item in exact:
            exact[item] += 1
    return sorted(item for item, count in exact.items() if count * k > len(stream))
