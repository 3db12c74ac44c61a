"""A lazy heap that marks departures by value, so one departure deletes every equal element.
edge: duplicates
"""

import heapq


def sliding_window_max(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    heap = []
    gone = set()
    result = []
    for i, value in enumerate(nums):
        heapq.heappush(heap, -value)
        gone.discard(value)
        if i >= k:
            gone.add(nums[i - k])
        while heap and -heap[0] in gone:
            heapq.heappop(heap)
        if i >= k - 1:
            result.append(-heap[0] if heap else value)
    return result
