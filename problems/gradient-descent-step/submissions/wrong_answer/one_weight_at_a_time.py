"""Coordinate descent: each weight is moved before the errors for the next one are computed.
edge: simultaneous-update
"""

def gradient_descent_step(X, y, w, b, lr):
    n = len(X)
    if n == 0 or len(y) != n or any(len(row) != len(w) for row in X):
        raise ValueError("shapes do not agree")
    errors = [sum(x * weight for x, weight in zip(row, w)) + b - target for row, target in zip(X, y)]
    loss = sum(error * error for error in errors) / n
    new_b = b - lr * 2 / n * sum(errors)
    new_w = list(w)
    for j in range(len(w)):
        change = lr * 2 / n * sum(error * row[j] for error, row in zip(errors, X))
        new_w[j] -= change
        errors = [error - change * row[j] for error, row in zip(errors, X)]
    return new_w, new_b, loss
