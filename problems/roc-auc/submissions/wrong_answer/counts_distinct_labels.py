"""Checks that there are two distinct labels, not that they are 0 and 1, and takes the larger one as positive.
edge: bad-label
"""

import math
from bisect import bisect_left, bisect_right


def auc(predictions):
    if any(not math.isfinite(score) for score, _ in predictions):
        raise ValueError("bad score")
    classes = sorted({label for _, label in predictions})
    if len(classes) != 2:
        raise ValueError("need exactly two classes")
    pos = [score for score, label in predictions if label == classes[1]]
    neg = sorted(score for score, label in predictions if label == classes[0])
    doubled = sum(bisect_left(neg, score) + bisect_right(neg, score) for score in pos)
    return doubled / (2 * len(pos) * len(neg))
