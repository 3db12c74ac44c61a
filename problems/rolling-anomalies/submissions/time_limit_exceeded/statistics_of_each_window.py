"""Calls the statistics module for each window: O(n * w).
edge: large
"""

import math
from statistics import mean, pstdev


def rolling_anomalies(values, window, threshold):
    if window < 2 or threshold <= 0 or not all(map(math.isfinite, values)):
        raise ValueError("invalid input")
    anomalies = []
    for i in range(window, len(values)):
        baseline = [float(v) for v in values[i - window : i]]
        if abs(values[i] - mean(baseline)) > threshold * pstdev(baseline):
            anomalies.append(i)
    return anomalies
