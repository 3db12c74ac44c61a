"""Appends the constant feature of the bias to the rows of the caller.
edge: input-mutation
"""

def gradient_descent_step(X, y, w, b, lr):
    n = len(X)
    if n == 0 or len(y) != n or any(len(row) != len(w) for row in X):
        raise ValueError("shapes do not agree")
    theta = [*w, b]
    for row in X:
        row.append(1.0)
    errors = [sum(x * t for x, t in zip(row, theta)) - target for row, target in zip(X, y)]
    loss = sum(error * error for error in errors) / n
    gradient = [2 / n * sum(error * x for error, x in zip(errors, column)) for column in zip(*X)]
    *new_w, new_b = [t - lr * g for t, g in zip(theta, gradient)]
    return new_w, new_b, loss
