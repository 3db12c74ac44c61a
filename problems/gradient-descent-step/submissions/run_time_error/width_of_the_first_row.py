"""Indexes every row up to the width of the first one: IndexError on a ragged matrix.
edge: shape-mismatch
"""

def gradient_descent_step(X, y, w, b, lr):
    n = len(X)
    if n == 0:
        raise ValueError("X has no rows")
    if len(y) != n:
        raise ValueError("y needs one target per row")

    errors = [sum(row[j] * w[j] for j in range(len(X[0]))) + b - target for row, target in zip(X, y)]
    loss = sum(error * error for error in errors) / n

    sums = [0.0] * len(w)
    for error, row in zip(errors, X):
        for j, x in enumerate(row):
            sums[j] += error * x

    step = lr * 2 / n
    new_w = [weight - step * total for weight, total in zip(w, sums)]
    new_b = b - step * sum(errors)
    return new_w, new_b, loss
