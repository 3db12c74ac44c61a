"""Returns the items without their counts.
edge: basic
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    counts = Counter(items)
    return sorted(counts, key=lambda item: (-counts[item], item))[:k]
