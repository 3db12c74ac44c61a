"""A deque of indices whose values fall from front to back: the front is the maximum."""

from collections import deque


def sliding_window_max(nums: list[int], k: int) -> list[int]:
    if k < 1:
        raise ValueError("k must be at least 1")

    result = []
    candidates: deque[int] = deque()
    for i, value in enumerate(nums):
        while candidates and nums[candidates[-1]] <= value:
            candidates.pop()
        candidates.append(i)
        if candidates[0] == i - k:
            candidates.popleft()
        if i >= k - 1:
            result.append(nums[candidates[0]])
    return result
