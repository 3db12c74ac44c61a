"""Binary search in the list of right edges; a bin keeps the sum of label minus probability."""

from bisect import bisect_left


def expected_calibration_error(y_true: list[int], y_prob: list[float], n_bins: int = 10) -> float:
    """Return the expected calibration error of probabilities of the positive class, with right-closed equal-width bins."""
    if len(y_true) != len(y_prob):
        raise ValueError("labels and probabilities differ in length")
    if not y_true:
        raise ValueError("there are no samples")
    if n_bins < 1:
        raise ValueError("n_bins must be at least 1")

    edges = [m / n_bins for m in range(1, n_bins + 1)]
    gaps = [0.0] * n_bins
    for label, prob in zip(y_true, y_prob):
        if label not in (0, 1):
            raise ValueError("a label is not 0 or 1")
        if not 0 <= prob <= 1:
            raise ValueError("a probability is outside [0, 1] or NaN")
        # The first edge that is not below prob closes its bin; the count cancels against the weight.
        gaps[bisect_left(edges, prob)] += label - prob
    return sum(map(abs, gaps)) / len(y_true)
