"""Evaluates a group only when the next score differs, and forgets the last one.
edge: bottom-tie-group
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
    hits = 0
    for i, (score, label) in enumerate(pairs):
        hits += label
        if i + 1 == len(pairs) or pairs[i + 1][0] == score:
            continue
        f1 = 2 * hits / (i + 1 + positives)
        if f1 > best:
            best, threshold = f1, score
    return threshold, best
