"""Starts from the first sorted item, which an empty list does not have: IndexError instead of ValueError.
edge: empty
"""

import math


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    ranked = sorted(predictions, key=lambda item: item[0], reverse=True)
    previous = ranked[0][0]
    tp = fp = last_tp = last_fp = 0
    area = 0.0
    for score, label in ranked:
        if score != previous:
            area += (fp - last_fp) * (tp + last_tp) / 2
            last_tp, last_fp, previous = tp, fp, score
        tp += label == 1
        fp += label == 0
    area += (fp - last_fp) * (tp + last_tp) / 2
    if tp == 0 or fp == 0:
        raise ValueError("need both classes")
    return area / (tp * fp)
