"""np.logaddexp is a stable softplus; the sigmoid is the exponential of its negative."""

import numpy as np


def logistic_loss_and_grad(X, y, w, b, l2=0.0):
    n, d = len(X), len(w)
    if n == 0 or len(y) != n or any(len(row) != d for row in X) or l2 < 0:
        raise ValueError("shapes do not agree, or l2 is negative")
    labels = np.array(y, dtype=float)
    if not np.isin(labels, (0.0, 1.0)).all():
        raise ValueError("labels must be 0 or 1")
    A = np.array(X, dtype=float).reshape(n, d)
    weights = np.array(w, dtype=float)
    z = A @ weights + b
    loss = np.mean(np.logaddexp(0.0, z) - labels * z) + l2 / 2 * weights @ weights
    residuals = np.exp(-np.logaddexp(0.0, -z)) - labels
    return float(loss), A.T @ residuals / n + l2 * weights, residuals.mean()
