"""Guesses the bin by arithmetic and corrects it against the true edges: O(n + b)."""

import math


def bin_of(p, n_bins):
    m = min(max(math.ceil(p * n_bins), 1), n_bins)
    while m > 1 and p <= (m - 1) / n_bins:
        m -= 1
    while m < n_bins and p > m / n_bins:
        m += 1
    return m


def expected_calibration_error(y_true, y_prob, n_bins=10):
    n = len(y_true)
    if n == 0 or n != len(y_prob) or n_bins <= 0:
        raise ValueError("sizes")
    bins = {}
    for y, p in zip(y_true, y_prob):
        if y != 0 and y != 1:
            raise ValueError("label")
        if math.isnan(p) or p < 0 or p > 1:
            raise ValueError("probability")
        entry = bins.setdefault(bin_of(p, n_bins), [0, 0, []])
        entry[0] += 1
        entry[1] += y
        entry[2].append(p)
    return sum(
        count / n * abs(positives / count - math.fsum(probs) / count) for count, positives, probs in bins.values()
    )
