"""Answers [] for an empty stream before it looks at k.
edge: k-invalid
"""

from collections import Counter


def heavy_hitters(stream, k):
    if not stream:
        return []
    if k < 2:
        raise ValueError("k must be at least 2")
    return sorted(item for item, count in Counter(stream).items() if count * k > len(stream))
