"""Advances both samples by one when the heads are equal.
edge: ties-across-samples
"""

from math import isfinite


def ks_statistic(a, b):
    if not a or not b:
        raise ValueError("empty")
    if not all(map(isfinite, a)) or not all(map(isfinite, b)):
        raise ValueError("values")
    xs, ys = sorted(a), sorted(b)
    n, m = len(xs), len(ys)
    i = j = 0
    widest = 0.0
    while i < n and j < m:
        x, y = xs[i], ys[j]
        if x <= y:
            i += 1
        if y <= x:
            j += 1
        widest = max(widest, abs(i / n - j / m))
    return widest
