"""Keeps k candidates in a plain list and scans it for the worst at each replacement: O(m * k).
edge: large
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    kept = []
    for item, count in Counter(items).items():
        kept.append((-count, item))
        if len(kept) > k:
            kept.remove(max(kept))
    return [(item, -negative) for negative, item in sorted(kept)]
