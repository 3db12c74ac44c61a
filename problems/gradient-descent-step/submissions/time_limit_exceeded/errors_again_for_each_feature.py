"""Computes all errors again for each feature: O(n * d^2).
edge: large
"""


def gradient_descent_step(X, y, w, b, lr):
    n, d = len(X), len(w)
    if n == 0 or len(y) != n or any(len(row) != d for row in X):
        raise ValueError("shapes do not agree")

    def error(i):
        return sum(X[i][j] * w[j] for j in range(d)) + b - y[i]

    new_w = [w[j] - lr * 2 / n * sum(error(i) * X[i][j] for i in range(n)) for j in range(d)]
    new_b = b - lr * 2 / n * sum(error(i) for i in range(n))
    return new_w, new_b, sum(error(i) ** 2 for i in range(n)) / n
