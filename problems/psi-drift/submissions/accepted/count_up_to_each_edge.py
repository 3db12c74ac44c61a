"""Sorts both samples; the counts are differences of how many values are at most each edge."""

import math
from bisect import bisect_right


def population_stability_index(expected, actual, n_bins=10, eps=1e-4):
    if n_bins <= 1 or not eps > 0:
        raise ValueError("parameters")
    if len(expected) == 0 or len(actual) == 0:
        raise ValueError("empty")
    if any(math.isnan(x) or math.isinf(x) for sample in (expected, actual) for x in sample):
        raise ValueError("values")
    old, new = sorted(expected), sorted(actual)
    n, m = len(old), len(new)
    psi = 0.0
    at_most = (0, 0)
    # Equal edges make bins without values: both shares are floored and the term is zero.
    for i in range(1, n_bins + 1):
        if i < n_bins:
            edge = old[(i * n + n_bins - 1) // n_bins - 1]
            through = bisect_right(old, edge), bisect_right(new, edge)
        else:
            through = n, m
        e = max((through[0] - at_most[0]) / n, eps)
        a = max((through[1] - at_most[1]) / m, eps)
        psi += (a - e) * (math.log(a) - math.log(e))
        at_most = through
    return psi
