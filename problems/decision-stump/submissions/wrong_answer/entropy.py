"""Minimises the entropy and not the Gini impurity.
edge: basic
"""

from math import log2


def best_split(X, y):
    n = len(X)
    if n == 0 or len(y) != n or any(len(row) != len(X[0]) for row in X) or any(label not in (0, 1) for label in y):
        raise ValueError("the arguments break the contract")

    def entropy(rows, ones):
        return -sum(share * log2(share) for share in (ones / rows, 1 - ones / rows) if share > 0)

    def gini(rows, ones):
        return 2 * ones / rows * (1 - ones / rows)

    ones = sum(y)
    best, least = None, entropy(n, ones) - 1e-12
    for feature in range(len(X[0])):
        pairs = sorted((row[feature], label) for row, label in zip(X, y))
        k = 0
        for m in range(1, n):
            a, b = pairs[m - 1][0], pairs[m][0]
            k += pairs[m - 1][1]
            if a == b:
                continue
            mixed = (m * entropy(m, k) + (n - m) * entropy(n - m, ones - k)) / n
            if mixed < least - 1e-12:
                middle = (a + b) / 2
                impurity = (m * gini(m, k) + (n - m) * gini(n - m, ones - k)) / n
                best, least = (feature, middle if middle < b else a, impurity), mixed
    return best
