"""Puts the items into a set first, so a tuple that occurs several times counts once.
edge: duplicates
"""

import math
from bisect import bisect_left, bisect_right


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    items = set(predictions)
    pos = [score for score, label in items if label == 1]
    neg = sorted(score for score, label in items if label == 0)
    if not pos or not neg:
        raise ValueError("need both classes")
    doubled = sum(bisect_left(neg, score) + bisect_right(neg, score) for score in pos)
    return doubled / (2 * len(pos) * len(neg))
