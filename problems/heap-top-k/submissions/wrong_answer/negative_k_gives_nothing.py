"""Answers [] for a negative k instead of raising ValueError.
edge: k-negative
"""

from collections import Counter


def top_k_frequent(items, k):
    if k <= 0:
        return []
    return sorted(Counter(items).items(), key=lambda pair: (-pair[1], pair[0]))[:k]
