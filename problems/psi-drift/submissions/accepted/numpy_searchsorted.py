"""numpy: order statistics by index, searchsorted and bincount."""

import numpy as np


def population_stability_index(expected, actual, n_bins=10, eps=1e-4):
    if n_bins < 2 or eps <= 0 or len(expected) == 0 or len(actual) == 0:
        raise ValueError("arguments")
    old = np.sort(np.asarray(expected, dtype=np.float64))
    new = np.asarray(actual, dtype=np.float64)
    if not np.isfinite(old).all() or not np.isfinite(new).all():
        raise ValueError("values must be finite")
    i = np.arange(1, n_bins, dtype=np.int64)
    edges = np.unique(old[-(-i * len(old) // n_bins) - 1])

    def shares(sample):
        counts = np.bincount(np.searchsorted(edges, sample, side="left"), minlength=len(edges) + 1)
        return np.maximum(counts / len(sample), eps)

    e, a = shares(old), shares(new)
    return float(np.sum((a - e) * np.log(a / e)))
