"""Takes the precision after each sample, so tied samples count in the order in which sorting leaves them.
edge: ties
"""

from math import isfinite


def average_precision(y_true, y_score):
    if len(y_true) != len(y_score) or not y_true:
        raise ValueError("lengths")
    if any(label not in (0, 1) for label in y_true):
        raise ValueError("label")
    if not all(map(isfinite, y_score)):
        raise ValueError("score")
    positives = sum(y_true)
    if positives == 0:
        return 0.0
    order = sorted(range(len(y_true)), key=lambda i: -y_score[i])
    tp = 0
    total = 0.0
    for rank, i in enumerate(order, start=1):
        if y_true[i]:
            tp += 1
            total += tp / rank
    return total / positives
