"""Walks along both sorted samples; all values equal to the smallest remaining one are passed together."""

from math import isfinite


def ks_statistic(a: list[float], b: list[float]) -> float:
    """Return the largest absolute difference between the empirical distribution functions of two samples."""
    if not a or not b:
        raise ValueError("a sample is empty")
    if not all(map(isfinite, a)) or not all(map(isfinite, b)):
        raise ValueError("a value is NaN or infinite")

    xs, ys = sorted(a), sorted(b)
    n, m = len(xs), len(ys)
    i = j = 0
    widest = 0
    # When one sample is used up, the other can only come closer.
    while i < n and j < m:
        value = min(xs[i], ys[j])
        while i < n and xs[i] == value:
            i += 1
        while j < m and ys[j] == value:
            j += 1
        # i / n - j / m over the common denominator, in integers.
        widest = max(widest, abs(i * m - j * n))
    return widest / (n * m)
