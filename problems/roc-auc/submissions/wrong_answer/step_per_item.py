"""Steps along the curve item by item, so tied items count in the order in which the sort left them.
edge: ties
"""

import math


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    p = sum(label for _, label in predictions)
    n = len(predictions) - p
    if p == 0 or n == 0:
        raise ValueError("need both classes")
    tp = area = 0
    for _, label in sorted(predictions, key=lambda item: -item[0]):
        if label:
            tp += 1
        else:
            area += tp
    return area / (p * n)
