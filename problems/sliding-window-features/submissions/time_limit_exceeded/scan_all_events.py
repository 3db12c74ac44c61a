"""Scans all events for every event: O(n ** 2).
edge: large
"""

from math import fsum


def window_features(timestamps, values, window):
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length")
    if window < 1:
        raise ValueError("window must be at least 1")
    rows = []
    for t in timestamps:
        xs = [v for u, v in zip(timestamps, values) if t - window < u <= t and v is not None]
        rows.append((fsum(xs) / len(xs), min(xs), max(xs)) if xs else (None, None, None))
    return rows
