"""Adds a group's area when the score changes, so nothing adds the area of the last group.
edge: bottom-tie-group
"""

import math


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    tp = fp = last_tp = last_fp = 0
    area = 0.0
    previous = None
    for score, label in sorted(predictions, key=lambda item: item[0], reverse=True):
        if previous is not None and score != previous:
            area += (fp - last_fp) * (tp + last_tp) / 2
            last_tp, last_fp = tp, fp
        previous = score
        if label == 1:
            tp += 1
        else:
            fp += 1
    if tp == 0 or fp == 0:
        raise ValueError("need both classes")
    return area / (tp * fp)
