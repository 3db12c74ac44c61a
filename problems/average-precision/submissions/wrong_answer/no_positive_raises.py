"""Calls the metric undefined when no label is positive.
edge: no-positives
"""

from math import isfinite


def average_precision(y_true, y_score):
    if len(y_true) != len(y_score) or not y_true:
        raise ValueError("lengths")
    if any(label not in (0, 1) for label in y_true) or not all(map(isfinite, y_score)):
        raise ValueError("values")
    if sum(y_true) == 0:
        raise ValueError("no positive label")
    tp = seen = 0
    total = 0.0
    for t in sorted(set(y_score), reverse=True):
        above = [label for label, score in zip(y_true, y_score) if score >= t]
        total += (sum(above) - tp) * sum(above) / len(above)
        tp = sum(above)
    return total / tp
