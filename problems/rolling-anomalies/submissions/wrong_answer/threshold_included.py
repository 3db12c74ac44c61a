"""Reports a value exactly at the threshold.
edge: exactly-at-threshold
"""

import math


def rolling_anomalies(values, window, threshold):
    if window < 2 or threshold <= 0 or not all(map(math.isfinite, values)):
        raise ValueError("invalid input")
    anomalies = []
    for i in range(window, len(values)):
        baseline = values[i - window : i]
        mean = sum(baseline) / window
        std = math.sqrt(sum((x - mean) ** 2 for x in baseline) / window)
        deviation = abs(values[i] - mean)
        if deviation >= threshold * std and deviation > 0:
            anomalies.append(i)
    return anomalies
