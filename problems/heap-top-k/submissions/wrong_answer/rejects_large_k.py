"""Raises when k is larger than the number of distinct items.
edge: k-exceeds-n
"""

from collections import Counter


def top_k_frequent(items, k):
    counts = Counter(items)
    if k < 0 or (items and k > len(counts)):
        raise ValueError("k out of range")
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
