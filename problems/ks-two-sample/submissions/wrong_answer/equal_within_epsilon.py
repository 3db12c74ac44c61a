"""Takes values that differ by less than 1e-9 for equal.
edge: near-ties
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
        value = min(xs[i], ys[j])
        while i < n and xs[i] - value < 1e-9:
            i += 1
        while j < m and ys[j] - value < 1e-9:
            j += 1
        widest = max(widest, abs(i / n - j / m))
    return widest
