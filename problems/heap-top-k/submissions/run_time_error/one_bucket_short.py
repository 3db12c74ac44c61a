"""Makes n buckets for the counts 1 to n: IndexError when one item is the whole list.
edge: single-item
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    buckets = [[] for _ in range(len(items))]
    for item, count in Counter(items).items():
        buckets[count].append(item)
    result = []
    for count in range(len(items) - 1, 0, -1):
        result.extend((item, count) for item in sorted(buckets[count]))
    return result[:k]
