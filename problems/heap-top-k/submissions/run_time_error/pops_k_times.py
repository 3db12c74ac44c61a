"""Pops exactly k times from a heap of all pairs: IndexError when there are fewer distinct items.
edge: k-exceeds-n
"""

import heapq
from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    heap = [(-count, item) for item, count in Counter(items).items()]
    heapq.heapify(heap)
    result = []
    for _ in range(k):
        negative, item = heapq.heappop(heap)
        result.append((item, -negative))
    return result
