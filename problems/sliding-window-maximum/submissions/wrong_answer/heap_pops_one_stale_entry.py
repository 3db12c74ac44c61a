"""Drops at most one stale entry from the heap in each step.
edge: stale-max
"""

import heapq


def sliding_window_max(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    heap = []
    result = []
    for i, value in enumerate(nums):
        heapq.heappush(heap, (-value, i))
        if i >= k - 1:
            if heap[0][1] <= i - k:
                heapq.heappop(heap)
            result.append(-heap[0][0])
    return result
