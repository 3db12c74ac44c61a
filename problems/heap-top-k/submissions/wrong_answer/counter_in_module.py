"""Keeps the counter in the module, so counts of earlier calls are added.
edge: repeat-calls
"""

from collections import Counter

counts = Counter()


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    counts.update(items)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
