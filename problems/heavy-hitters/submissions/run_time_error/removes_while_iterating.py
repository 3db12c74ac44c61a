"""Removes counters while it goes through them: RuntimeError as soon as one reaches zero.
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
                counters[other] -= 1
                if counters[other] == 0:
                    del counters[other]
    exact = dict.fromkeys(counters, 0)
    for item in stream:
        if item in exact:
            exact[item] += 1
    return sorted(item for item, count in exact.items() if count * k > len(stream))
