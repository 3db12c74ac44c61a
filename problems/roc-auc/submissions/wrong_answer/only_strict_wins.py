"""Counts only the negatives strictly below each positive; a tie counts 0 instead of one half.
edge: all-tied
"""

import math
from bisect import bisect_left


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    pos = [score for score, label in predictions if label == 1]
    neg = sorted(score for score, label in predictions if label == 0)
    if not pos or not neg:
        raise ValueError("need both classes")
    return sum(bisect_left(neg, score) for score in pos) / (len(pos) * len(neg))
