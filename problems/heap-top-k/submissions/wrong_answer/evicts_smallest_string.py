"""Keeps a min-heap of (count, item): on equal counts it evicts the smallest string instead of the largest.
edge: tie-at-cutoff
"""

import heapq
from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    heap = []
    for item, count in Counter(items).items():
        heapq.heappush(heap, (count, item))
        if len(heap) > k:
            heapq.heappop(heap)
    return [(item, count) for count, item in sorted(heap, key=lambda pair: (-pair[0], pair[1]))]
