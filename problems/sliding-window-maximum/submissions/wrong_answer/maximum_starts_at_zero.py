"""Pads the short last block with zeros, which win over negative values.
edge: negative
"""


def sliding_window_max(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    n = len(nums)
    if k > n:
        return []
    size = -(-n // k) * k
    padded = list(nums) + [0] * (size - n)
    prefix = []
    for i in range(size):
        prefix.append(max(0 if i % k == 0 else prefix[-1], padded[i]))
    suffix = [0] * size
    for i in range(size - 1, -1, -1):
        suffix[i] = max(0 if (i + 1) % k == 0 else suffix[i + 1], padded[i])
    return [max(suffix[i], prefix[i + k - 1]) for i in range(n - k + 1)]
