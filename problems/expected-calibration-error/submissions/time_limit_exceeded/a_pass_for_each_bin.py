"""Correct, but filters all samples for each bin: O(n * b)."""

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
    total = 0.0
    lower = -1.0
    for upper in edges:
        members = [(label, p) for label, p in zip(y_true, y_prob) if lower < p <= upper]
        lower = upper
        if not members:
            continue
        size = len(members)
        mean_label = sum(label for label, _ in members) / size
        mean_prob = sum(p for _, p in members) / size
        total += size / n * abs(mean_label - mean_prob)
    return total
