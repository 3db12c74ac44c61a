"""Normalises items before it counts them.
edge: unicode
"""

import unicodedata
from collections import Counter


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    counts = Counter(unicodedata.normalize("NFC", item) for item in stream)
    return sorted(item for item, count in counts.items() if count * k > len(stream))
