"""Normalises items to NFC before counting, which merges different strings.
edge: unicode
"""

import unicodedata
from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    counts = Counter(unicodedata.normalize("NFC", item) for item in items)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
