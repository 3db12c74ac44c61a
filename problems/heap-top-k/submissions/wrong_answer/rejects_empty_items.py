"""Raises for an empty list, which is a valid input.
edge: empty
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0 or not items:
        raise ValueError("nothing to rank")
    return sorted(Counter(items).items(), key=lambda pair: (-pair[1], pair[0]))[:k]
