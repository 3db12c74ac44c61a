"""A heap of (-value, index); entries that have left the window are dropped when they come up."""

import heapq


def sliding_window_max(nums: list[int], k: int) -> list[int]:
    if k < 1:
        raise ValueError("k must be at least 1")
    heap: list[tuple[int, int]] = []
    result = []
    for i, value in enumerate(nums):
        heapq.heappush(heap, (-value, i))
        if i + 1 >= k:
            while heap[0][1] <= i - k:
                heapq.heappop(heap)
            result.append(-heap[0][0])
    return result
