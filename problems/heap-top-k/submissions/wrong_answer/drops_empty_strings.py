"""Skips falsy items, and with them the empty string.
edge: empty-string
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    counts = Counter(item for item in items if item)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
