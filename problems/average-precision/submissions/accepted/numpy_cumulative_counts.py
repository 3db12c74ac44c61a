"""numpy: cumulative counts in descending order, read at the last index of each run of equal scores."""

import numpy as np


def average_precision(y_true, y_score):
    if len(y_true) != len(y_score):
        raise ValueError("length mismatch")
    if len(y_true) == 0:
        raise ValueError("empty input")
    labels = np.asarray(y_true)
    scores = np.asarray(y_score, dtype=np.float64)
    if not np.isin(labels, (0, 1)).all():
        raise ValueError("labels must be 0 or 1")
    if not np.isfinite(scores).all():
        raise ValueError("scores must be finite")
    order = np.argsort(-scores, kind="stable")
    labels, scores = labels[order].astype(np.float64), scores[order]
    ends = np.append(np.flatnonzero(scores[1:] != scores[:-1]), len(scores) - 1)
    true_positives = np.cumsum(labels)[ends]
    if true_positives[-1] == 0:
        return 0.0
    recall_steps = np.diff(true_positives, prepend=0.0) / true_positives[-1]
    return float(np.sum(recall_steps * true_positives / (ends + 1.0)))
