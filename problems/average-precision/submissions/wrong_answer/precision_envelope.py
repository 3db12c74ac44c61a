"""Replaces each precision by the largest one at the same or a higher recall, as object detection does.
edge: non-monotone-precision
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
    points = []
    for t in sorted(set(y_score), reverse=True):
        above = [label for label, score in zip(y_true, y_score) if score >= t]
        points.append((sum(above) / positives, sum(above) / len(above)))
    area, best = 0.0, 0.0
    for k in range(len(points) - 1, -1, -1):
        best = max(best, points[k][1])
        area += (points[k][0] - (points[k - 1][0] if k else 0.0)) * best
    return area
