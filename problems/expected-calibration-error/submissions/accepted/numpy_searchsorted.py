"""numpy: searchsorted in the right edges, then one bincount."""

import numpy as np


def expected_calibration_error(y_true, y_prob, n_bins=10):
    if len(y_true) != len(y_prob) or len(y_true) == 0 or n_bins < 1:
        raise ValueError("sizes")
    labels = np.asarray(y_true)
    probs = np.asarray(y_prob, dtype=np.float64)
    if not np.isin(labels, (0, 1)).all():
        raise ValueError("labels must be 0 or 1")
    if not ((probs >= 0) & (probs <= 1)).all():
        raise ValueError("probabilities must lie in [0, 1]")
    # Not linspace: its edges are multiples of a rounded step.
    edges = np.arange(1, n_bins + 1) / n_bins
    index = np.searchsorted(edges, probs, side="left")
    gaps = np.bincount(index, weights=labels.astype(np.float64) - probs, minlength=n_bins)
    return float(np.abs(gaps).sum() / len(probs))
