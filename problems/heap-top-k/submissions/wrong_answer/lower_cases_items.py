"""Lower-cases the items before counting.
edge: case
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    counts = Counter(item.lower() for item in items)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
