"""Streams over the rows once. The sigmoid is (1 + tanh(z/2)) / 2, which cannot overflow."""

from math import exp, log, tanh


def logistic_loss_and_grad(X, y, w, b, l2=0.0):
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("X and y must have the same length, at least 1")
    if l2 < 0:
        raise ValueError("l2 must not be negative")
    n = len(X)
    loss = l2 * sum(v**2 for v in w) / 2
    grad_w = [l2 * v for v in w]
    grad_b = 0.0
    for row, label in zip(X, y):
        if len(row) != len(w):
            raise ValueError("a row does not fit the weights")
        if label != 0 and label != 1:
            raise ValueError("labels must be 0 or 1")
        z = b
        for x, v in zip(row, w):
            z += x * v
        top = max(0.0, z)
        loss += (top + log(exp(-top) + exp(z - top)) - (z if label else 0.0)) / n
        residual = (0.5 * (1 + tanh(z / 2)) - label) / n
        grad_b += residual
        for j, x in enumerate(row):
            grad_w[j] += residual * x
    return loss, grad_w, grad_b
