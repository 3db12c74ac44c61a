"""Takes the maximum of the first window before it is known that there is one.
edge: empty
"""

from collections import deque


def sliding_window_max(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    result = [max(nums[:k])]
    if k > len(nums):
        return []
    window = deque()
    for i, value in enumerate(nums):
        while window and nums[window[-1]] <= value:
            window.pop()
        window.append(i)
        if window[0] <= i - k:
            window.popleft()
        if i >= k:
            result.append(nums[window[0]])
    return result
