"""Orders the result by count.
edge: ordering
"""

from collections import Counter


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    return [item for item, count in Counter(stream).most_common() if count * k > len(stream)]
