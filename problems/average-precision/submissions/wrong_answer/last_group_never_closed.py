"""Adds a group only when the next score differs, and forgets the last one.
edge: bottom-tie-group
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
    pairs = sorted(zip(y_score, y_true), reverse=True)
    tp = seen = hits = 0
    total = 0.0
    previous = pairs[0][0]
    for score, label in pairs:
        if score != previous:
            total += hits * tp / seen
            hits = 0
            previous = score
        tp += label
        hits += label
        seen += 1
    return total / positives
