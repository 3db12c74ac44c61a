"""Compares the distribution functions at a hundred equidistant points.
edge: large
"""

from math import isfinite


def ks_statistic(a, b):
    if not a or not b:
        raise ValueError("empty")
    if not all(map(isfinite, a)) or not all(map(isfinite, b)):
        raise ValueError("values")
    xs, ys = sorted(a), sorted(b)
    n, m = len(xs), len(ys)
    low, high = min(xs[0], ys[0]), max(xs[-1], ys[-1])
    widest = 0.0
    for k in range(101):
        t = low + (high - low) * k / 100
        widest = max(widest, abs(sum(v <= t for v in a) / n - sum(v <= t for v in b) / m))
    return widest
