"""Takes the minimum over the candidates without asking whether there are any.
edge: constant-feature
"""

from fractions import Fraction


def best_split(X, y):
    n = len(X)
    if n == 0 or len(y) != n or any(len(row) != len(X[0]) for row in X) or any(label not in (0, 1) for label in y):
        raise ValueError("the arguments break the contract")

    def part(rows, ones):
        return Fraction(2 * ones * (rows - ones), rows)

    ones = sum(y)
    candidates = []
    for feature in range(len(X[0])):
        pairs = sorted((row[feature], label) for row, label in zip(X, y))
        k = 0
        for m in range(1, n):
            a, b = pairs[m - 1][0], pairs[m][0]
            k += pairs[m - 1][1]
            if a < b:
                middle = (a + b) / 2
                candidates.append((part(m, k) + part(n - m, ones - k), feature, middle if middle < b else a))
    impurity, feature, threshold = min(candidates)
    if impurity >= part(n, ones):
        return None
    return feature, threshold, float(impurity / n)
