"""Takes the top k of each half and merges them, as a careless distributed version does.
edge: basic
"""

from collections import Counter


def rank(counts):
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    middle = len(items) // 2
    merged = Counter()
    for part in (items[:middle], items[middle:]):
        for item, count in rank(Counter(part))[:k]:
            merged[item] += count
    return rank(merged)[:k]
