"""numpy: average rank of every distinct score from np.unique, then Mann-Whitney U."""

import numpy as np


def auc(predictions):
    if len(predictions) == 0:
        raise ValueError("empty input")
    scores = np.array([score for score, _ in predictions], dtype=np.float64)
    labels = np.array([label for _, label in predictions])
    if not np.isfinite(scores).all():
        raise ValueError("scores must be finite")
    if not np.isin(labels, (0, 1)).all():
        raise ValueError("labels must be 0 or 1")
    positive = labels.astype(bool)
    n_pos = int(positive.sum())
    n_neg = len(positive) - n_pos
    if n_pos == 0 or n_neg == 0:
        raise ValueError("both classes must be present")
    _, group, counts = np.unique(scores, return_inverse=True, return_counts=True)
    # float64 on purpose: the default integer has 32 bits on some platforms, and rank sums reach 2e10.
    counts = counts.astype(np.float64)
    mean_rank = np.cumsum(counts) - (counts - 1) / 2
    u = mean_rank[group][positive].sum() - n_pos * (n_pos + 1) / 2
    return float(u / (n_pos * n_neg))
