"""Divides both counts by the size of expected.
edge: unequal-sizes
"""

from bisect import bisect_left
from math import isfinite, log


def population_stability_index(expected, actual, n_bins=10, eps=1e-4):
    if not expected or not actual:
        raise ValueError("empty")
    if not all(map(isfinite, expected)) or not all(map(isfinite, actual)):
        raise ValueError("values")
    if n_bins < 2:
        raise ValueError("n_bins")
    if eps <= 0:
        raise ValueError("eps")
    ordered = sorted(expected)
    n = len(ordered)
    edges = [ordered[(i * n + n_bins - 1) // n_bins - 1] for i in range(1, n_bins)]
    edges = sorted(set(edges))
    old = [0] * (len(edges) + 1)
    new = [0] * (len(edges) + 1)
    for x in expected:
        old[bisect_left(edges, x)] += 1
    for x in actual:
        new[bisect_left(edges, x)] += 1
    e_shares = [max(count / n, eps) for count in old]
    a_shares = [max(count / n, eps) for count in new]
    return sum((a - e) * log(a / e) for e, a in zip(e_shares, a_shares))
