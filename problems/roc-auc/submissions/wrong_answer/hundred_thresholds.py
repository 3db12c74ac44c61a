"""Evaluates the curve at 101 thresholds between the lowest and the highest score; scores in between are merged.
edge: large
"""

import math


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    p = sum(label for _, label in predictions)
    n = len(predictions) - p
    if p == 0 or n == 0:
        raise ValueError("need both classes")
    low = min(score for score, _ in predictions)
    high = max(score for score, _ in predictions)
    positives, negatives = [0] * 101, [0] * 101
    for score, label in predictions:
        share = (score / 2 - low / 2) / (high / 2 - low / 2) if high / 2 > low / 2 else 0.0
        (positives if label else negatives)[int(share * 100)] += 1
    tp = area = 0
    for p_bin, n_bin in zip(reversed(positives), reversed(negatives)):
        area += n_bin * (tp + p_bin / 2)
        tp += p_bin
    return area / (p * n)
