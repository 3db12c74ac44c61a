"""Checks for NaN only when there is a window.
edge: nan
"""

import math


def rolling_anomalies(values, window, threshold):
    if window < 2 or threshold <= 0:
        raise ValueError("invalid input")
    if len(values) <= window:
        return []
    if not all(map(math.isfinite, values)):
        raise ValueError("invalid input")
    anomalies = []
    for i in range(window, len(values)):
        baseline = values[i - window : i]
        mean = sum(baseline) / window
        std = math.sqrt(sum((x - mean) ** 2 for x in baseline) / window)
        if abs(values[i] - mean) > threshold * std:
            anomalies.append(i)
    return anomalies
