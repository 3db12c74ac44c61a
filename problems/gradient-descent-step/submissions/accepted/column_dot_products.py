"""Each gradient is a dot product of the error vector with a column of X."""

import math
from operator import mul


def gradient_descent_step(X, y, w, b, lr):
    n, d = len(X), len(w)
    if not X or len(y) != n or {len(row) for row in X} != {d}:
        raise ValueError("X must be a non-empty n x d matrix that fits y and w")

    errors = [math.fsum(map(mul, row, w)) + b - target for row, target in zip(X, y)]
    gradient_w = [2 / n * math.fsum(errors[i] * X[i][j] for i in range(n)) for j in range(d)]
    gradient_b = 2 / n * math.fsum(errors)
    loss = math.fsum(map(mul, errors, errors)) / n
    return [w[j] - lr * gradient_w[j] for j in range(d)], b - lr * gradient_b, loss
