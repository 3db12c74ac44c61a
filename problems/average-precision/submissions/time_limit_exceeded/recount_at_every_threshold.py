"""Correct, but counts all samples again at each distinct score: O(n * m)."""

from math import isfinite


def average_precision(y_true, y_score):
    if len(y_true) != len(y_score) or not y_true:
        raise ValueError("lengths")
    if any(label not in (0, 1) for label in y_true) or not all(map(isfinite, y_score)):
        raise ValueError("values")
    positives = sum(y_true)
    if positives == 0:
        return 0.0
    before = 0
    total = 0.0
    for t in sorted(set(y_score), reverse=True):
        above = [label for label, score in zip(y_true, y_score) if score >= t]
        tp = sum(above)
        total += (tp - before) * tp / len(above)
        before = tp
    return total / positives
