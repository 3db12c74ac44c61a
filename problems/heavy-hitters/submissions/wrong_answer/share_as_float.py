"""Multiplies by 1 / k as a float, which is too small for some k.
edge: exactly-n-over-k
"""

from collections import Counter


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    bound = len(stream) * (1 / k)
    return sorted(item for item, count in Counter(stream).items() if count > bound)
