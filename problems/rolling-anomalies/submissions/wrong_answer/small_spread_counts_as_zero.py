"""Takes a standard deviation below 1e-6 for zero.
edge: near-ties
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
        if std < 1e-6:
            std = 0.0
        if abs(values[i] - mean) > threshold * std:
            anomalies.append(i)
    return anomalies
