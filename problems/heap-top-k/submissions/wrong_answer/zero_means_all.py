"""Treats k = 0 as "no limit" because 0 is falsy.
edge: k-zero
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    ranked = sorted(Counter(items).items(), key=lambda pair: (-pair[1], pair[0]))
    return ranked[: k or None]
