"""Returns items with exactly n / k occurrences as well.
edge: exactly-n-over-k
"""

from collections import Counter


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    return sorted(item for item, count in Counter(stream).items() if count * k >= len(stream))
