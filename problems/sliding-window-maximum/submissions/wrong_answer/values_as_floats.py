"""Computes in floats, which cannot hold every integer beyond 2**53.
edge: large-ints
"""

from collections import deque


def sliding_window_max(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    values = [float(x) for x in nums]
    window = deque()
    result = []
    for i, value in enumerate(values):
        while window and values[window[-1]] <= value:
            window.pop()
        window.append(i)
        if window[0] <= i - k:
            window.popleft()
        if i >= k - 1:
            result.append(int(values[window[0]]))
    return result
