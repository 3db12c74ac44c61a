"""Pairs the sorted samples by position and stops with the shorter one.
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
    widest = 0.0
    for x, y in zip(xs, ys):
        for t in (x, y):
            widest = max(widest, abs(sum(v <= t for v in a) / n - sum(v <= t for v in b) / m))
    return widest
