"""Goes over all rows for each threshold: O(d * n^2).
edge: large
"""


def best_split(X, y):
    n = len(X)
    if n == 0 or len(y) != n or any(len(row) != len(X[0]) for row in X) or any(label not in (0, 1) for label in y):
        raise ValueError("the arguments break the contract")
    ones = sum(y)
    best, best_top, best_bottom = None, ones * (n - ones), n
    for feature in range(len(X[0])):
        values = sorted({row[feature] for row in X})
        for a, b in zip(values, values[1:]):
            left = [label for row, label in zip(X, y) if row[feature] <= a]
            right = [label for row, label in zip(X, y) if row[feature] > a]
            top = sum(left) * left.count(0) * len(right) + sum(right) * right.count(0) * len(left)
            bottom = len(left) * len(right)
            if top * best_bottom < best_top * bottom:
                middle = (a + b) / 2
                best = feature, middle if middle < b else a, 2 * top / (bottom * n)
                best_top, best_bottom = top, bottom
    return best
