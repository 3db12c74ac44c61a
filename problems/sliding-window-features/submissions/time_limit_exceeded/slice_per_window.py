"""Sorted values and bisect, but fsum, min and max of a slice per window: O(n * window).
edge: large
"""

from bisect import bisect_right
from math import fsum


def window_features(timestamps, values, window):
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length")
    if window < 1:
        raise ValueError("window must be at least 1")
    known = sorted(((t, v) for t, v in zip(timestamps, values) if v is not None), key=lambda p: p[0])
    times = [t for t, _ in known]
    xs = [v for _, v in known]
    rows = []
    for t in timestamps:
        window_values = xs[bisect_right(times, t - window) : bisect_right(times, t)]
        if window_values:
            rows.append((fsum(window_values) / len(window_values), min(window_values), max(window_values)))
        else:
            rows.append((None, None, None))
    return rows
