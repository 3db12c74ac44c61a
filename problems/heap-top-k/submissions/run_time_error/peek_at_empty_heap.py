"""Looks at the root of a heap of size 0: IndexError for k = 0.
edge: k-zero
"""

import heapq
from collections import Counter


class Entry:
    def __init__(self, item, count):
        self.item = item
        self.count = count

    def __lt__(self, other):
        return (-self.count, self.item) > (-other.count, other.item)


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    heap = []
    for item, count in Counter(items).items():
        entry = Entry(item, count)
        if len(heap) < k:
            heapq.heappush(heap, entry)
        elif heap[0] < entry:
            heapq.heapreplace(heap, entry)
    return [(e.item, e.count) for e in sorted(heap, reverse=True)]
