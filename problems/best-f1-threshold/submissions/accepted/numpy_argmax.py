"""numpy: cumulative counts in descending order at the ends of runs; argmax returns the first, hence the highest."""

import numpy as np


def best_f1_threshold(y_true, y_score):
    if len(y_true) != len(y_score) or len(y_true) == 0:
        raise ValueError("lengths")
    labels = np.asarray(y_true)
    scores = np.asarray(y_score, dtype=np.float64)
    if not np.isin(labels, (0, 1)).all() or not np.isfinite(scores).all():
        raise ValueError("values")
    order = np.argsort(-scores, kind="stable")
    labels, scores = labels[order].astype(np.float64), scores[order]
    ends = np.append(np.flatnonzero(scores[1:] != scores[:-1]), len(scores) - 1)
    f1 = 2 * np.cumsum(labels)[ends] / (ends + 1.0 + labels.sum())
    best = np.argmax(f1)
    return scores[ends[best]], f1[best]
