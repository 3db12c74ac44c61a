"""Joins the points of the curve by straight lines, starting at recall 0 and precision 1.
edge: step-vs-trapezoid
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
    area, r0, p0 = 0.0, 0.0, 1.0
    for r, p in points:
        area += (r - r0) * (p + p0) / 2
        r0, p0 = r, p
    return area
