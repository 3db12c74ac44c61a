"""Raises when only one class is present, as for ROC AUC.
edge: all-positive
"""

from math import isfinite


def average_precision(y_true, y_score):
    if len(y_true) != len(y_score) or not y_true:
        raise ValueError("lengths")
    if any(label not in (0, 1) for label in y_true):
        raise ValueError("label")
    if not all(map(isfinite, y_score)):
        raise ValueError("score")
    positives = sum(y_true)
    if positives == 0:
        return 0.0
    if positives == len(y_true):
        raise ValueError("only one class")
    points = []
    for t in sorted(set(y_score), reverse=True):
        above = [label for label, score in zip(y_true, y_score) if score >= t]
        points.append((sum(above) / positives, sum(above) / len(above)))
    return sum((r - r0) * p for (r, p), (r0, _) in zip(points, [(0.0, 1.0)] + points))
