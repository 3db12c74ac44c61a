"""Margin form: with s = -1 or +1 for the labels the loss of a row is softplus(-s z), and its residual -s sigmoid(-s z)."""

import math


def softplus(t):
    """log(1 + e^t)"""
    return t + math.log1p(math.exp(-t)) if t > 0 else math.log1p(math.exp(t))


def sigmoid(t):
    if t < -745:
        return 0.0
    return 1 / (1 + math.exp(-t)) if t > -700 else math.exp(t)


def logistic_loss_and_grad(X, y, w, b, l2=0.0):
    n, d = len(X), len(w)
    if not X or len(y) != n or not set(y) <= {0, 1} or {len(row) for row in X} != {d} or l2 < 0:
        raise ValueError("the arguments break the contract")
    losses, residuals = [], []
    for features, label in zip(X, y):
        sign = 1 if label else -1
        margin = sign * (math.fsum(map(math.prod, zip(features, w))) + b)
        losses.append(softplus(-margin))
        residuals.append(-sign * sigmoid(-margin))
    grad_w = [math.fsum(r * row[j] for r, row in zip(residuals, X)) / n + l2 * w[j] for j in range(d)]
    return math.fsum(losses) / n + 0.5 * l2 * math.fsum(v * v for v in w), grad_w, math.fsum(residuals) / n
