"""Reports max(a, 1 - a), which hides a model that ranks the wrong way round.
edge: inverted
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
    area = doubled / (2 * len(pos) * len(neg))
    return max(area, 1 - area)
