"""Two matrix-vector products. The shapes are checked before numpy gets the chance to broadcast."""

import numpy as np


def gradient_descent_step(X, y, w, b, lr):
    n, d = len(X), len(w)
    if n == 0 or len(y) != n or any(len(row) != d for row in X):
        raise ValueError("shapes do not agree")
    A = np.array(X, dtype=float).reshape(n, d)
    weights = np.array(w, dtype=float)
    errors = A @ weights + b - np.array(y, dtype=float)
    new_w = weights - lr * 2 / n * (A.T @ errors)
    new_b = b - lr * 2 / n * errors.sum()
    return new_w.tolist(), float(new_b), float(errors @ errors / n)
