"""Distances by broadcasting, one coordinate at a time; argmin takes the first of equal values."""

import numpy as np


def kmeans(points, init, max_iter=100):
    if len(points) == 0 or len(init) == 0 or max_iter < 1:
        raise ValueError("points and init must not be empty, max_iter must be positive")
    if len({len(row) for row in [*points, *init]}) > 1:
        raise ValueError("dimensions differ")
    X, centres = np.array(points, dtype=float), np.array(init, dtype=float)
    k = len(centres)

    def assign():
        return ((X[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2).argmin(axis=1)

    labels = assign()
    for _ in range(max_iter):
        counts = np.bincount(labels, minlength=k)
        taken = counts > 0
        for j in range(X.shape[1]):
            centres[taken, j] = np.bincount(labels, weights=X[:, j], minlength=k)[taken] / counts[taken]
        previous, labels = labels, assign()
        if (labels == previous).all():
            break
    return centres, labels
