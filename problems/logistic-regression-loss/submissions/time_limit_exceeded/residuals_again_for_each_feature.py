"""Computes all residuals again for each feature: O(n * d^2).
edge: large
"""

from math import exp, log1p


def logistic_loss_and_grad(X, y, w, b, l2=0.0):
    n, d = len(X), len(w)
    if n == 0 or len(y) != n or any(len(row) != d for row in X) or l2 < 0 or any(label not in (0, 1) for label in y):
        raise ValueError("the arguments break the contract")

    def logit(i):
        return sum(X[i][j] * w[j] for j in range(d)) + b

    def residual(i):
        z = logit(i)
        small = exp(-abs(z))
        return (1.0 if z >= 0 else small) / (1.0 + small) - y[i]

    def row_loss(i):
        z = logit(i)
        return log1p(exp(-abs(z))) + max(z, 0.0) - y[i] * z

    loss = sum(row_loss(i) for i in range(n)) / n + l2 / 2 * sum(v * v for v in w)
    grad_w = [sum(residual(i) * X[i][j] for i in range(n)) / n + l2 * w[j] for j in range(d)]
    return loss, grad_w, sum(residual(i) for i in range(n)) / n
