"""Returns the k - 1 most frequent items, whatever their share.
edge: all-distinct
"""

from collections import Counter


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    return sorted(item for item, _ in Counter(stream).most_common(k - 1))
