"""Uses max(p, 1 - p) and the accuracy of the class above one half.
edge: low-prob
"""

from bisect import bisect_left


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
    edges = [m / n_bins for m in range(1, n_bins + 1)]
    pairs = [(int((p > 0.5) == label), max(p, 1 - p)) for label, p in zip(y_true, y_prob)]
    bins = {}
    for label, p in pairs:
        bins.setdefault(bisect_left(edges, p), []).append((label, p))
    total = 0.0
    for members in bins.values():
        size = len(members)
        mean_label = sum(label for label, _ in members) / size
        mean_prob = sum(p for _, p in members) / size
        total += size / n * abs(mean_label - mean_prob)
    return total
