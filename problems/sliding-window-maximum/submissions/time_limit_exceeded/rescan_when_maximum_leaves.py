"""Remembers the maximum and rescans the window when it leaves: O(n * k) on a falling list.
edge: large
"""


def sliding_window_max(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    if k > len(nums):
        return []
    current = max(nums[:k])
    result = [current]
    for i in range(k, len(nums)):
        if nums[i] >= current:
            current = nums[i]
        elif nums[i - k] == current:
            current = max(nums[i - k + 1 : i + 1])
        result.append(current)
    return result
