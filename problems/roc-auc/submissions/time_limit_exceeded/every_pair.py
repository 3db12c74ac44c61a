"""Compares every positive with every negative: correct, O(P N).
edge: large
"""

import math


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    pos = [score for score, label in predictions if label == 1]
    neg = [score for score, label in predictions if label == 0]
    if not pos or not neg:
        raise ValueError("need both classes")
    doubled = 0
    for s in pos:
        for t in neg:
            doubled += 2 if s > t else s == t
    return doubled / (2 * len(pos) * len(neg))
