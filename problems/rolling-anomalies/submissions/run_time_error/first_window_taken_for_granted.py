"""Computes a first window although the list may be shorter.
edge: short-input
"""

import math


def rolling_anomalies(values, window, threshold):
    if window < 2 or threshold <= 0 or not all(map(math.isfinite, values)):
        raise ValueError("invalid input")
    baseline = [values[i] for i in range(window)]
    anomalies = []
    for i in range(window, len(values)):
        mean = sum(baseline) / window
        std = math.sqrt(sum((x - mean) ** 2 for x in baseline) / window)
        if abs(values[i] - mean) > threshold * std:
            anomalies.append(i)
        baseline = baseline[1:] + [values[i]]
    return anomalies
