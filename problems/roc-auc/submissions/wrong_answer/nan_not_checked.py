"""Compares with float('nan') to find a NaN, which is never equal, so NaN scores are sorted like numbers.
edge: nan
"""

from itertools import groupby


def auc(predictions):
    for score, label in predictions:
        if score == float("nan") or score in (float("inf"), float("-inf")):
            raise ValueError("bad score")
        if label not in (0, 1):
            raise ValueError("bad label")
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
