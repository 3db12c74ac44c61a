"""Counts rows and ones per distinct value first, then walks over the values; candidates are compared as Fractions."""

from fractions import Fraction


def gini_times_size(rows, ones):
    return Fraction(2 * ones * (rows - ones), rows)


def best_split(X, y):
    if not X or len(X) != len(y) or len(set(map(len, X))) > 1 or not set(y) <= {0, 1}:
        raise ValueError("the arguments break the contract")
    n, total = len(y), sum(y)
    parent = gini_times_size(n, total)
    candidates = []
    for feature, column in enumerate(zip(*X)):
        counts = {}
        for value, label in zip(column, y):
            rows, ones = counts.get(value, (0, 0))
            counts[value] = rows + 1, ones + label
        values = sorted(counts)
        rows = ones = 0
        leader = None
        for a, b in zip(values, values[1:]):
            rows, ones = rows + counts[a][0], ones + counts[a][1]
            # The sum of the squared counts over the size, as integers, ranks like the gain and is cheap to compare.
            top = (ones * ones + (rows - ones) ** 2) * (n - rows)
            top += ((total - ones) ** 2 + (n - rows - total + ones) ** 2) * rows
            bottom = rows * (n - rows)
            if leader is None or top * leader[1] > leader[0] * bottom:
                leader = top, bottom, a, b, rows, ones
        if leader:
            _, _, a, b, rows, ones = leader
            middle = (a + b) / 2
            impurity = gini_times_size(rows, ones) + gini_times_size(n - rows, total - ones)
            candidates.append((impurity, feature, middle if middle < b else a))
    if not candidates or min(candidates)[0] >= parent:
        return None
    impurity, feature, threshold = min(candidates)
    return feature, threshold, float(impurity / n)
