"""Correct, but counts in a pass over both samples for each bin: O((n + m) * b)."""

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
    bounds = [-float("inf"), *edges, float("inf")]
    old = [sum(low < x <= high for x in expected) for low, high in zip(bounds, bounds[1:])]
    new = [sum(low < x <= high for x in actual) for low, high in zip(bounds, bounds[1:])]
    e_shares = [max(count / n, eps) for count in old]
    a_shares = [max(count / len(actual), eps) for count in new]
    return sum((a - e) * log(a / e) for e, a in zip(e_shares, a_shares))
