"""Tests the sum of the scores in place of each score: large finite scores overflow and are rejected.
edge: overflow
"""

import math
from bisect import bisect_left, bisect_right


def auc(predictions):
    if not math.isfinite(sum(score for score, label in predictions if label == 1)):
        raise ValueError("bad score")
    if not math.isfinite(sum(score for score, label in predictions if label == 0)):
        raise ValueError("bad score")
    if any(label not in (0, 1) for _, label in predictions):
        raise ValueError("bad label")
    pos = [score for score, label in predictions if label == 1]
    neg = sorted(score for score, label in predictions if label == 0)
    if not pos or not neg:
        raise ValueError("need both classes")
    doubled = sum(bisect_left(neg, score) + bisect_right(neg, score) for score in pos)
    return doubled / (2 * len(pos) * len(neg))
