"""Scales all floats to integers, so that running sums are exact."""

import math


def rolling_anomalies(values, window, threshold):
    if window < 2 or threshold <= 0 or not all(math.isfinite(v) for v in values):
        raise ValueError("invalid window, threshold or value")
    ratios = [v.as_integer_ratio() for v in values]
    scale = max((denominator for _, denominator in ratios), default=1)
    scaled = [numerator * (scale // denominator) for numerator, denominator in ratios]
    up, down = float(threshold).as_integer_ratio()

    anomalies = []
    total = squares = 0
    for i, value in enumerate(scaled):
        if i >= window:
            deviation = window * value - total
            if (down * deviation) ** 2 > up * up * (window * squares - total * total):
                anomalies.append(i)
            old = scaled[i - window]
            total -= old
            squares -= old * old
        total += value
        squares += value * value
    return anomalies
