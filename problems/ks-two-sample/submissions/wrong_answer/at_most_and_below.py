"""Counts the values at most x in a and those below x in b.
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
    return max(abs(sum(v <= x for v in a) / n - sum(v < x for v in b) / m) for x in xs + ys)
