"""Rejects NaN but not the infinities.
edge: infinity
"""

import math
from itertools import groupby


def auc(predictions):
    if any(label not in (0, 1) or math.isnan(score) for score, label in predictions):
        raise ValueError("bad score or label")
    p = sum(label for _, label in predictions)
    n = len(predictions) - p
    if p == 0 or n == 0:
        raise ValueError("need both classes")
    tp = area = 0
    for _, group in groupby(sorted(predictions, key=lambda item: -item[0]), key=lambda item: item[0]):
        labels = [label for _, label in group]
        area += labels.count(0) * (tp + labels.count(1) / 2)
        tp += labels.count(1)
    return area / (p * n)
