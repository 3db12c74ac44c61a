"""Sorts the caller's list in place to count runs.
edge: input-mutation
"""

from itertools import groupby


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    items.sort()
    pairs = [(item, len(list(run))) for item, run in groupby(items)]
    pairs.sort(key=lambda pair: -pair[1])
    return pairs[:k]
