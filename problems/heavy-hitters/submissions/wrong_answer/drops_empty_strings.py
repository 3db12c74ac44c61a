"""Skips falsy items, and with them the empty string.
edge: empty-string
"""

from collections import Counter


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    counts = Counter(item for item in stream if item)
    return sorted(item for item, count in counts.items() if count * k > len(stream))
