"""Updates mean and squared deviations in place; a spike leaves its rounding error in them.
edge: spike-then-small
"""

import math


def rolling_anomalies(values, window, threshold):
    if window < 2 or threshold <= 0 or not all(map(math.isfinite, values)):
        raise ValueError("invalid input")
    if len(values) <= window:
        return []
    mean = sum(values[:window]) / window
    squares = sum((x - mean) ** 2 for x in values[:window])
    anomalies = []
    for i in range(window, len(values)):
        new, old = values[i], values[i - window]
        if abs(new - mean) > threshold * math.sqrt(max(0.0, squares) / window):
            anomalies.append(i)
        before = mean
        mean += (new - old) / window
        squares += (new - old) * (new - mean + old - before)
    return anomalies
