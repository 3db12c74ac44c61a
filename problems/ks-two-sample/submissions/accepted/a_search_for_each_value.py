"""Sort both samples; two binary searches for each value give both distribution functions there."""

from bisect import bisect_right
from math import isfinite


def ks_statistic(a: list[float], b: list[float]) -> float:
    """Return the largest absolute difference between the empirical distribution functions of two samples."""
    if not a or not b:
        raise ValueError("a sample is empty")
    if not all(map(isfinite, a)) or not all(map(isfinite, b)):
        raise ValueError("a value is NaN or infinite")

    xs, ys = sorted(a), sorted(b)
    n, m = len(xs), len(ys)
    # Both functions only change at data values; the difference is kept over the common denominator n * m.
    widest = max(abs(bisect_right(xs, x) * m - bisect_right(ys, x) * n) for x in xs + ys)
    return widest / (n * m)
