"""Takes every label other than 1 as a negative instead of rejecting it.
edge: bad-label
"""

import math
from bisect import bisect_left, bisect_right


def auc(predictions):
    if any(not math.isfinite(score) for score, _ in predictions):
        raise ValueError("bad score")
    pos = [score for score, label in predictions if label == 1]
    neg = sorted(score for score, label in predictions if label != 1)
    if not pos or not neg:
        raise ValueError("need both classes")
    doubled = sum(bisect_left(neg, score) + bisect_right(neg, score) for score in pos)
    return doubled / (2 * len(pos) * len(neg))
