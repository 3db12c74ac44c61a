"""Returns half the mean squared error.
edge: loss-before-step
"""

def gradient_descent_step(X, y, w, b, lr):
    n = len(X)
    if n == 0:
        raise ValueError("X has no rows")
    if len(y) != n:
        raise ValueError("y needs one target per row")
    if any(len(row) != len(w) for row in X):
        raise ValueError("every row needs as many features as there are weights")

    errors = [sum(x * weight for x, weight in zip(row, w)) + b - target for row, target in zip(X, y)]
    loss = sum(error * error for error in errors) / (2 * n)

    sums = [0.0] * len(w)
    for error, row in zip(errors, X):
        for j, x in enumerate(row):
            sums[j] += error * x

    step = lr * 2 / n
    new_w = [weight - step * total for weight, total in zip(w, sums)]
    new_b = b - step * sum(errors)
    return new_w, new_b, loss
