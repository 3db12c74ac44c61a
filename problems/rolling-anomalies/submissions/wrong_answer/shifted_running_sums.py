"""Shifts by the first value and keeps running sums; a spike leaves its rounding error in them.
edge: spike-then-small
"""

import math


def rolling_anomalies(values, window, threshold):
    if window < 2 or threshold <= 0 or not all(map(math.isfinite, values)):
        raise ValueError("invalid input")
    anomalies = []
    total = squares = 0.0
    for i, value in enumerate(values):
        x = value - values[0]
        if i >= window:
            mean = total / window
            variance = max(0.0, squares / window - mean * mean)
            if abs(x - mean) > threshold * math.sqrt(variance):
                anomalies.append(i)
            old = values[i - window] - values[0]
            total -= old
            squares -= old * old
        total += x
        squares += x * x
    return anomalies
