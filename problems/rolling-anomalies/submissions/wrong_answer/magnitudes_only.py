"""Takes absolute values first.
edge: negative
"""

import math


def rolling_anomalies(values, window, threshold):
    if window < 2 or threshold <= 0 or not all(map(math.isfinite, values)):
        raise ValueError("invalid input")
    sizes = [abs(v) for v in values]
    anomalies = []
    for i in range(window, len(sizes)):
        baseline = sizes[i - window : i]
        mean = sum(baseline) / window
        std = math.sqrt(sum((x - mean) ** 2 for x in baseline) / window)
        if abs(sizes[i] - mean) > threshold * std:
            anomalies.append(i)
    return anomalies
