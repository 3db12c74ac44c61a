"""Keeps values in the deque and drops equal ones, so the departure of one copy removes them all.
edge: duplicates
"""

from collections import deque


def sliding_window_max(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    window = deque()
    result = []
    for i, value in enumerate(nums):
        if i >= k and window and window[0] == nums[i - k]:
            window.popleft()
        while window and window[-1] <= value:
            window.pop()
        window.append(value)
        if i >= k - 1:
            result.append(window[0])
    return result
