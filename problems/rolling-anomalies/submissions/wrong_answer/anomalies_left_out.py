"""Keeps reported values out of later windows.
edge: basic
"""

import math
from collections import deque


def rolling_anomalies(values, window, threshold):
    if window < 2 or threshold <= 0 or not all(map(math.isfinite, values)):
        raise ValueError("invalid input")
    baseline = deque(values[:window], maxlen=window)
    anomalies = []
    for i in range(window, len(values)):
        mean = sum(baseline) / window
        std = math.sqrt(sum((x - mean) ** 2 for x in baseline) / window)
        if abs(values[i] - mean) > threshold * std:
            anomalies.append(i)
        else:
            baseline.append(values[i])
    return anomalies
