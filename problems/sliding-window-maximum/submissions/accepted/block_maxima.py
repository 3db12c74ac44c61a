"""Running maxima inside blocks of length k, from the left and from the right."""


def sliding_window_max(nums: list[int], k: int) -> list[int]:
    if k < 1:
        raise ValueError("k must be at least 1")
    n = len(nums)
    if k > n:
        return []

    prefix = list(nums)
    for i in range(n):
        if i % k != 0:
            prefix[i] = max(prefix[i], prefix[i - 1])
    suffix = list(nums)
    for i in range(n - 2, -1, -1):
        if (i + 1) % k != 0:
            suffix[i] = max(suffix[i], suffix[i + 1])
    return [max(suffix[i], prefix[i + k - 1]) for i in range(n - k + 1)]
