"""Keeps the edges of the first call.
edge: repeat-calls
"""

from bisect import bisect_left

EDGES = []


def expected_calibration_error(y_true, y_prob, n_bins=10):
    n = len(y_true)
    if n == 0 or n != len(y_prob):
        raise ValueError("lengths")
    if n_bins < 1:
        raise ValueError("n_bins")
    if any(label not in (0, 1) for label in y_true):
        raise ValueError("label")
    if not all(0 <= p <= 1 for p in y_prob):
        raise ValueError("probability")
    if not EDGES:
        EDGES.extend(m / n_bins for m in range(1, n_bins + 1))
    edges = EDGES
    bins = {}
    for label, p in zip(y_true, y_prob):
        bins.setdefault(bisect_left(edges, p), []).append((label, p))
    total = 0.0
    for members in bins.values():
        size = len(members)
        mean_label = sum(label for label, _ in members) / size
        mean_prob = sum(p for _, p in members) / size
        total += size / n * abs(mean_label - mean_prob)
    return total
