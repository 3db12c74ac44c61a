"""Keeps the counters in a default argument, so earlier streams are counted again.
edge: repeat-calls
"""


def heavy_hitters(stream, k, counts={}):
    if k < 2:
        raise ValueError("k must be at least 2")
    for item in stream:
        counts[item] = counts.get(item, 0) + 1
    return sorted(item for item, count in counts.items() if count * k > len(stream))
