"""Divides the counts of both samples by the larger size.
edge: unequal-sizes
"""

from math import isfinite


def ks_statistic(a, b):
    if not a or not b:
        raise ValueError("empty")
    if not all(map(isfinite, a)) or not all(map(isfinite, b)):
        raise ValueError("values")
    xs, ys = sorted(a), sorted(b)
    n, m = len(xs), len(ys)
    size = max(n, m)
    i = j = 0
    widest = 0.0
    while i < n and j < m:
        value = min(xs[i], ys[j])
        while i < n and xs[i] == value:
            i += 1
        while j < m and ys[j] == value:
            j += 1
        widest = max(widest, abs(i - j) / size)
    return widest
