"""Extends the list of errors by building a new one for each row: O(n^2).
edge: large
"""


def gradient_descent_step(X, y, w, b, lr):
    n = len(X)
    if n == 0 or len(y) != n or any(len(row) != len(w) for row in X):
        raise ValueError("shapes do not agree")
    errors = ()
    for row, target in zip(X, y):
        errors = (*errors, sum(x * v for x, v in zip(row, w)) + b - target)
    sums = [0.0] * len(w)
    for error, row in zip(errors, X):
        for j, x in enumerate(row):
            sums[j] += error * x
    new_w = [v - lr * 2 / n * total for v, total in zip(w, sums)]
    return new_w, b - lr * 2 / n * sum(errors), sum(e * e for e in errors) / n
