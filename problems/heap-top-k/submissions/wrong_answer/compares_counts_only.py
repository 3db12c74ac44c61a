"""Replaces the root of the heap only for a higher count, so tied items that come later never get in.
edge: tie-at-cutoff
"""

import heapq
from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    heap = []
    for item, count in Counter(items).items():
        if len(heap) < k:
            heapq.heappush(heap, (count, item))
        elif heap and count > heap[0][0]:
            heapq.heapreplace(heap, (count, item))
    return [(item, count) for count, item in sorted(heap, key=lambda pair: (-pair[0], pair[1]))]
