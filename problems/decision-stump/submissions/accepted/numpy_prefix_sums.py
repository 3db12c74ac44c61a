"""Prefix sums per feature. Floats only choose a short list; the winner among near ties is found with integers."""

from fractions import Fraction

import numpy as np


def best_split(X, y):
    n = len(X)
    if n == 0 or len(y) != n or any(len(row) != len(X[0]) for row in X):
        raise ValueError("shapes do not agree")
    if any(label != 0 and label != 1 for label in y):
        raise ValueError("labels must be 0 or 1")
    labels = np.array(y, dtype=np.int64)
    total = int(labels.sum())
    best, best_impurity = None, Fraction(2 * total * (n - total), n * n)
    for feature in range(len(X[0])):
        column = np.array([row[feature] for row in X], dtype=float)
        order = np.argsort(column, kind="stable")
        values = column[order]
        ones = np.cumsum(labels[order])[:-1]
        rows = np.arange(1, n)
        where = np.flatnonzero(values[:-1] < values[1:])
        if len(where) == 0:
            continue
        rows, ones = rows[where], ones[where]
        rough = ones * (rows - ones) / rows + (total - ones) * (n - rows - total + ones) / (n - rows)
        for i in np.flatnonzero(rough <= rough.min() * (1 + 1e-9) + 1e-9):
            m, k = int(rows[i]), int(ones[i])
            impurity = Fraction(2 * k * (m - k), m * n) + Fraction(2 * (total - k) * (n - m - total + k), (n - m) * n)
            if impurity < best_impurity:
                a, b = float(values[where[i]]), float(values[where[i] + 1])
                middle = (a + b) / 2
                best, best_impurity = (feature, middle if middle < b else a, float(impurity)), impurity
    return best
