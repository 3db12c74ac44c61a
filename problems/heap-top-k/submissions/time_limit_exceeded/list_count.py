"""Calls list.count for each distinct item: O(n * m).
edge: large
"""


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    pairs = [(item, items.count(item)) for item in set(items)]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
