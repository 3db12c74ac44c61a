"""Returns the candidates of the first pass without counting them again.
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
    return sorted(counters)
