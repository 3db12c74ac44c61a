"""Caches the result under the scores alone, so other labels get the earlier answer.
edge: repeat-calls
"""

import math
from bisect import bisect_left, bisect_right

_seen = {}


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    key = tuple(score for score, _ in predictions)
    if key not in _seen:
        pos = [score for score, label in predictions if label == 1]
        neg = sorted(score for score, label in predictions if label == 0)
        if not pos or not neg:
            raise ValueError("need both classes")
        doubled = sum(bisect_left(neg, score) + bisect_right(neg, score) for score in pos)
        _seen[key] = doubled / (2 * len(pos) * len(neg))
    return _seen[key]
