"""Rejects the labels True and False, because type(label) is bool.
edge: label-types
"""

import math
from itertools import groupby


def auc(predictions):
    for score, label in predictions:
        if type(label) is not int or label not in (0, 1) or not math.isfinite(score):
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
