"""Divides by P and N without looking: ZeroDivisionError, not ValueError, when a class is absent.
edge: single-class
"""

import math
from itertools import groupby


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    p = sum(label for _, label in predictions)
    n = len(predictions) - p
    tp = area = 0
    for _, group in groupby(sorted(predictions, key=lambda item: -item[0]), key=lambda item: item[0]):
        labels = [label for _, label in group]
        area += labels.count(0) * (tp + labels.count(1) / 2)
        tp += labels.count(1)
    return area / (p * n)
