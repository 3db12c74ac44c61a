"""Stochastic descent: a step after every row, each from the parameters that the last one left.
edge: multi-row
"""

def gradient_descent_step(X, y, w, b, lr):
    n = len(X)
    if n == 0 or len(y) != n or any(len(row) != len(w) for row in X):
        raise ValueError("shapes do not agree")
    loss = sum((sum(x * v for x, v in zip(row, w)) + b - t) ** 2 for row, t in zip(X, y)) / n
    w = list(w)
    for row, target in zip(X, y):
        error = sum(x * v for x, v in zip(row, w)) + b - target
        w = [v - lr * 2 / n * error * x for v, x in zip(w, row)]
        b -= lr * 2 / n * error
    return w, b, loss
