"""Correct, but counts all samples again for each distinct score: O(n * m)."""

from math import isfinite


def best_f1_threshold(y_true, y_score):
    if len(y_true) != len(y_score) or not y_true:
        raise ValueError("lengths")
    if any(label not in (0, 1) for label in y_true) or not all(map(isfinite, y_score)):
        raise ValueError("values")
    positives = sum(y_true)
    best, threshold = 0.0, max(y_score)
    for t in sorted(set(y_score), reverse=True):
        predicted = [y for y, s in zip(y_true, y_score) if s >= t]
        f1 = 2 * sum(predicted) / (len(predicted) + positives)
        if f1 > best:
            best, threshold = f1, t
    return threshold, best
