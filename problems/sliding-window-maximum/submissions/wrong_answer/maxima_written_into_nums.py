"""Writes the running maxima of the blocks into the caller's list.
edge: input-mutation
"""


def sliding_window_max(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    n = len(nums)
    if k > n:
        return []
    suffix = list(nums)
    for i in range(n - 2, -1, -1):
        if (i + 1) % k:
            suffix[i] = max(suffix[i], suffix[i + 1])
    for i in range(1, n):
        if i % k:
            nums[i] = max(nums[i], nums[i - 1])
    return [max(suffix[i], nums[i + k - 1]) for i in range(n - k + 1)]
