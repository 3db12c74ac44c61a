"""The block maxima as two accumulations over the rows of a padded matrix."""

import numpy as np


def sliding_window_max(nums, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    n = len(nums)
    if k > n:
        return []
    values = np.full(-(-n // k) * k, np.iinfo(np.int64).min, dtype=np.int64)
    values[:n] = nums
    blocks = values.reshape(-1, k)
    prefix = np.maximum.accumulate(blocks, axis=1).ravel()
    suffix = np.maximum.accumulate(blocks[:, ::-1], axis=1)[:, ::-1].ravel()
    return np.maximum(suffix[: n - k + 1], prefix[k - 1 : n]).tolist()
