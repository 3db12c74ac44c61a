"""Finds the best remaining item k times: O(m * k).
edge: large
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    counts = Counter(items)
    result = []
    while counts and len(result) < k:
        best = min(counts, key=lambda item: (-counts[item], item))
        result.append((best, counts.pop(best)))
    return result
