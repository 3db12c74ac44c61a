"""Takes scores that math.isclose calls equal as tied.
edge: near-ties
"""

import math


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    ranked = sorted(predictions, key=lambda item: item[0], reverse=True)
    tp = fp = last_tp = last_fp = 0
    area = 0.0
    for i, (score, label) in enumerate(ranked):
        tp += label == 1
        fp += label == 0
        if i + 1 == len(ranked) or not math.isclose(score, ranked[i + 1][0], rel_tol=1e-9, abs_tol=1e-12):
            area += (fp - last_fp) * (tp + last_tp) / 2
            last_tp, last_fp = tp, fp
    if tp == 0 or fp == 0:
        raise ValueError("need both classes")
    return area / (tp * fp)
