"""Leaves a class with a zero denominator out of the mean.
edge: never-predicted-class
"""

from collections import Counter


def macro_prf(y_true, y_pred):
    if len(y_true) != len(y_pred) or not y_true:
        raise ValueError("lengths")
    actual = Counter(y_true)
    predicted = Counter(y_pred)
    hits = Counter(t for t, p in zip(y_true, y_pred) if t == p)
    precisions, recalls, f1s = [], [], []
    for label in set(actual) | set(predicted):
        p = hits[label] / predicted[label] if predicted[label] else 0.0
        r = hits[label] / actual[label] if actual[label] else 0.0
        if predicted[label]:
            precisions.append(p)
        if actual[label]:
            recalls.append(r)
        f1s.append(2 * p * r / (p + r) if p + r else 0.0)
    c = len(f1s)
    return sum(precisions) / len(precisions), sum(recalls) / len(recalls), sum(f1s) / c
