"""Rejects only k below 1.
edge: k-invalid
"""

from collections import Counter


def heavy_hitters(stream, k):
    if k < 1:
        raise ValueError("k must be positive")
    return sorted(item for item, count in Counter(stream).items() if count * k > len(stream))
