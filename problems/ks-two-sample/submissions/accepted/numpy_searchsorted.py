"""numpy: searchsorted with side="right" at all values of both samples."""

import numpy as np


def ks_statistic(a, b):
    if len(a) == 0 or len(b) == 0:
        raise ValueError("empty sample")
    xs = np.sort(np.asarray(a, dtype=np.float64))
    ys = np.sort(np.asarray(b, dtype=np.float64))
    both = np.concatenate((xs, ys))
    if not np.isfinite(both).all():
        raise ValueError("values must be finite")
    f = np.searchsorted(xs, both, side="right") / len(xs)
    g = np.searchsorted(ys, both, side="right") / len(ys)
    return np.abs(f - g).max()
