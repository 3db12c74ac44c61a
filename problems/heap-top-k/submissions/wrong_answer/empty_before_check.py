"""Returns early for an empty list before k is checked.
edge: k-negative
"""

from collections import Counter


def top_k_frequent(items, k):
    if not items:
        return []
    if k < 0:
        raise ValueError("k must not be negative")
    return sorted(Counter(items).items(), key=lambda pair: (-pair[1], pair[0]))[:k]
