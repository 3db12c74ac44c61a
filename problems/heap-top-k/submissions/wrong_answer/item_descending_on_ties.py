"""Reverses count and item together, so tied items come out in descending order.
edge: ties
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    ranked = sorted(Counter(items).items(), key=lambda pair: (pair[1], pair[0]), reverse=True)
    return ranked[:k]
