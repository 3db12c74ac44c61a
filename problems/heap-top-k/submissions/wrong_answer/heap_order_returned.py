"""Returns the heap as it lies in memory: the right pairs, with the worst one first.
edge: basic
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
        heapq.heappush(heap, Entry(item, count))
        if len(heap) > k:
            heapq.heappop(heap)
    return [(entry.item, entry.count) for entry in heap]
