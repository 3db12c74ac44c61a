"""Divides by (n / 2) squared, which is the number of pairs only when the classes have equal size.
edge: imbalance
"""

import math
from bisect import bisect_left, bisect_right


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    pos = [score for score, label in predictions if label == 1]
    neg = sorted(score for score, label in predictions if label == 0)
    if not pos or not neg:
        raise ValueError("need both classes")
    doubled = sum(bisect_left(neg, score) + bisect_right(neg, score) for score in pos)
    return doubled / 2 / (len(predictions) / 2) ** 2
