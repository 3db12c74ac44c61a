"""Computes 1 / (1 + exp(-z)): OverflowError for logits below about -709.
edge: overflow
"""

from math import exp, log1p


def logistic_loss_and_grad(X, y, w, b, l2=0.0):
    n = len(X)
    if n == 0:
        raise ValueError("X has no rows")
    if len(y) != n:
        raise ValueError("y needs one label per row")
    if any(len(row) != len(w) for row in X):
        raise ValueError("every row needs as many features as there are weights")
    if any(label not in (0, 1) for label in y):
        raise ValueError("labels must be 0 or 1")
    if l2 < 0:
        raise ValueError("l2 must not be negative")

    total = 0.0
    residuals = []
    for row, label in zip(X, y):
        z = sum(x * weight for x, weight in zip(row, w)) + b
        small = exp(-abs(z))
        total += log1p(small) + max(z, 0.0) - label * z
        probability = 1.0 / (1.0 + exp(-z))
        residuals.append(probability - label)

    sums = [0.0] * len(w)
    for residual, row in zip(residuals, X):
        for j, x in enumerate(row):
            sums[j] += residual * x

    loss = total / n + l2 / 2 * sum(weight * weight for weight in w)
    grad_w = [s / n + l2 * weight for s, weight in zip(sums, w)]
    grad_b = sum(residuals) / n
    return loss, grad_w, grad_b
