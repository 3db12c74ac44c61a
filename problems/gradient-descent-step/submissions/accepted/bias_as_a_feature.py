"""Treats the bias as the weight of one more feature that is always 1, on copies of the rows."""


def gradient_descent_step(X, y, w, b, lr):
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("X and y must have the same length, at least 1")
    for row in X:
        if len(row) != len(w):
            raise ValueError("a row does not fit the weights")

    theta = [*w, b]
    gradient = [0.0] * len(theta)
    loss = 0.0
    for features, target in zip(X, y):
        row = [*features, 1.0]
        error = -target
        for x, parameter in zip(row, theta):
            error += x * parameter
        loss += error**2 / len(X)
        for j, x in enumerate(row):
            gradient[j] += 2 * error * x / len(X)
    *new_w, new_b = (parameter - lr * g for parameter, g in zip(theta, gradient))
    return new_w, new_b, loss
