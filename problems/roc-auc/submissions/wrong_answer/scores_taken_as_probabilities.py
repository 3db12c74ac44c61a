"""Clips the scores to [0, 1], so all scores below 0, and all above 1, become tied.
edge: negative-scores
"""

import math
from bisect import bisect_left, bisect_right


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    clipped = [(min(1.0, max(0.0, score)), label) for score, label in predictions]
    pos = [score for score, label in clipped if label == 1]
    neg = sorted(score for score, label in clipped if label == 0)
    if not pos or not neg:
        raise ValueError("need both classes")
    doubled = sum(bisect_left(neg, score) + bisect_right(neg, score) for score in pos)
    return doubled / (2 * len(pos) * len(neg))
