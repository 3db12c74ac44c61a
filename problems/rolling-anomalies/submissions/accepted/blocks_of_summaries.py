"""Blocks of `window` values, summarised from both ends; a window is a suffix of one and a prefix of the next."""

import math
from itertools import accumulate


def join(a, b):
    (n, p, q), (m, r, s) = a, b
    d = r - p
    return n + m, p + d * m / (n + m) if d else p, q + s + d * d * n * m / (n + m)


def rolling_anomalies(values, window, threshold):
    if window < 2:
        raise ValueError("window")
    if threshold <= 0:
        raise ValueError("threshold")
    for v in values:
        if not math.isfinite(v):
            raise ValueError("value")
    n = len(values)
    if n <= window:
        return []
    single = [(1, v, 0.0) for v in values]
    prefix, suffix = [], []
    for start in range(0, n, window):
        block = single[start : start + window]
        prefix.extend(accumulate(block, join))
        suffix.extend(reversed(list(accumulate(reversed(block), join))))
    found = []
    for i in range(window, n):
        start = i - window
        _, mean, squares = suffix[start] if start % window == 0 else join(suffix[start], prefix[i - 1])
        if abs(values[i] - mean) > threshold * (squares / window) ** 0.5:
            found.append(i)
    return found
