"""Edges are elements of the sorted reference; a binary search finds the bin of each value."""

from bisect import bisect_left
from math import isfinite, log


def population_stability_index(
    expected: list[float], actual: list[float], n_bins: int = 10, eps: float = 1e-4
) -> float:
    """Return the PSI of `actual` against `expected`, with bins at quantiles of `expected`."""
    if not expected or not actual:
        raise ValueError("a sample is empty")
    if not all(map(isfinite, expected)) or not all(map(isfinite, actual)):
        raise ValueError("a value is NaN or infinite")
    if n_bins < 2:
        raise ValueError("n_bins must be at least 2")
    if eps <= 0:
        raise ValueError("eps must be positive")

    ordered = sorted(expected)
    # -(-a // b) is the ceiling of a / b in integers.
    ranks = [-(-i * len(ordered) // n_bins) for i in range(1, n_bins)]
    edges = sorted({ordered[rank - 1] for rank in ranks})

    def shares(sample: list[float]) -> list[float]:
        counts = [0] * (len(edges) + 1)
        for value in sample:
            counts[bisect_left(edges, value)] += 1
        return [max(count / len(sample), eps) for count in counts]

    return sum((a - e) * log(a / e) for e, a in zip(shares(expected), shares(actual)))
