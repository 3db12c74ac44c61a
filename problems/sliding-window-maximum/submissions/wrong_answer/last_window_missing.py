"""Stops one window early.
edge: k-equals-n
"""


def sliding_window_max(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    n = len(nums)
    prefix = list(nums)
    suffix = list(nums)
    for i in range(1, n):
        if i % k:
            prefix[i] = max(prefix[i], prefix[i - 1])
    for i in range(n - 2, -1, -1):
        if (i + 1) % k:
            suffix[i] = max(suffix[i], suffix[i + 1])
    return [max(suffix[i], prefix[i + k - 1]) for i in range(n - k)]
