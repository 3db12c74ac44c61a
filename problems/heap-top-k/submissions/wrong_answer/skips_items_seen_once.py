"""Treats an item that occurs once as not frequent and leaves it out.
edge: basic
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    pairs = [(item, count) for item, count in Counter(items).items() if count > 1]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
