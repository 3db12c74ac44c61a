"""Adds momentum that lives in a default argument.
edge: repeat-calls
"""

def gradient_descent_step(X, y, w, b, lr, velocity={}):
    n = len(X)
    if n == 0:
        raise ValueError("X has no rows")
    if len(y) != n:
        raise ValueError("y needs one target per row")
    if any(len(row) != len(w) for row in X):
        raise ValueError("every row needs as many features as there are weights")

    errors = [sum(x * weight for x, weight in zip(row, w)) + b - target for row, target in zip(X, y)]
    loss = sum(error * error for error in errors) / n

    sums = [0.0] * len(w)
    for error, row in zip(errors, X):
        for j, x in enumerate(row):
            sums[j] += error * x

    step = lr * 2 / n
    for j, total in enumerate(sums):
        velocity[j] = 0.9 * velocity.get(j, 0.0) + step * total
    new_w = [weight - velocity[j] for j, weight in enumerate(w)]
    new_b = b - step * sum(errors)
    return new_w, new_b, loss
