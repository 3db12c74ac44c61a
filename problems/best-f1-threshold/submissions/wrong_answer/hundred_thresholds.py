"""Tries the thresholds 0.00, 0.01, ..., 1.00.
edge: negative-scores
"""

from math import isfinite


def best_f1_threshold(y_true, y_score):
    if len(y_true) != len(y_score) or not y_true:
        raise ValueError("lengths")
    if any(label not in (0, 1) for label in y_true) or not all(map(isfinite, y_score)):
        raise ValueError("values")
    positives = sum(y_true)
    pairs = sorted(zip(y_score, y_true), key=lambda pair: pair[0], reverse=True)
    best, threshold = 0.0, pairs[0][0]
    for k in range(100, -1, -1):
        t = k / 100
        hits = sum(y for y, s in zip(y_true, y_score) if s >= t)
        f1 = 2 * hits / (sum(s >= t for s in y_score) + positives) if hits else 0.0
        if f1 > best:
            best, threshold = f1, min(s for s in y_score if s >= t)
    return threshold, best
