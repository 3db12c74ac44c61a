"""Trapezoids between the points of the curve, but the point (0, 0) is missing: a slanted first piece is lost.
edge: top-tie-group
"""

import math


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    p = sum(label for _, label in predictions)
    n = len(predictions) - p
    if p == 0 or n == 0:
        raise ValueError("need both classes")
    ranked = sorted(predictions, key=lambda item: item[0], reverse=True)
    points = []
    tp = fp = 0
    for i, (score, label) in enumerate(ranked):
        tp += label == 1
        fp += label == 0
        if i + 1 == len(ranked) or ranked[i + 1][0] != score:
            points.append((fp / n, tp / p))
    return sum((x1 - x0) * (y0 + y1) / 2 for (x0, y0), (x1, y1) in zip(points, points[1:]))
