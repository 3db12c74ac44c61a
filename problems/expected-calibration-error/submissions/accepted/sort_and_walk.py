"""Sorts the samples and moves along the edges."""


def expected_calibration_error(y_true, y_prob, n_bins=10):
    if n_bins < 1:
        raise ValueError("n_bins")
    if len(y_true) != len(y_prob) or len(y_true) == 0:
        raise ValueError("lengths")
    if not all(label in (0, 1) for label in y_true):
        raise ValueError("labels")
    if not all(0.0 <= p <= 1.0 for p in y_prob):
        raise ValueError("probabilities")

    total = 0.0
    positives = 0
    prob_sum = 0.0
    m = 1
    for p, label in sorted(zip(y_prob, y_true)):
        if p > m / n_bins:
            total += abs(positives - prob_sum)
            positives, prob_sum = 0, 0.0
            while p > m / n_bins:
                m += 1
        positives += label
        prob_sum += p
    total += abs(positives - prob_sum)
    return total / len(y_true)
