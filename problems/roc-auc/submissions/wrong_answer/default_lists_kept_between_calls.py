"""Collects the scores in mutable default arguments, which keep the items of earlier calls.
edge: repeat-calls
"""

import math
from bisect import bisect_left, bisect_right


def auc(predictions, pos=[], neg=[]):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    for score, label in predictions:
        (pos if label else neg).append(score)
    if not pos or not neg:
        raise ValueError("need both classes")
    neg.sort()
    doubled = sum(bisect_left(neg, score) + bisect_right(neg, score) for score in pos)
    return doubled / (2 * len(pos) * len(neg))
