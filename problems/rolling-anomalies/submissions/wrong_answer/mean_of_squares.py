"""Takes the variance as the mean of squares minus the square of the mean, clamped at 0.
edge: large-offset
"""

import math


def rolling_anomalies(values, window, threshold):
    if window < 2 or threshold <= 0 or not all(map(math.isfinite, values)):
        raise ValueError("invalid input")
    anomalies = []
    for i in range(window, len(values)):
        baseline = values[i - window : i]
        mean = sum(baseline) / window
        variance = max(0.0, sum(x * x for x in baseline) / window - mean * mean)
        if abs(values[i] - mean) > threshold * math.sqrt(variance):
            anomalies.append(i)
    return anomalies
