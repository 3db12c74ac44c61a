"""Sorts the caller's labels along with the scores.
edge: input-mutation
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
    order = sorted(range(len(y_true)), key=lambda i: y_score[i], reverse=True)
    y_true[:] = [y_true[i] for i in order]
    y_score[:] = [y_score[i] for i in order]
    pairs = sorted(zip(y_score, y_true), key=lambda pair: pair[0], reverse=True)
    tp = seen = hits = 0
    total = 0.0
    for i, (score, label) in enumerate(pairs):
        tp += label
        hits += label
        seen += 1
        if i + 1 == len(pairs) or pairs[i + 1][0] != score:
            total += hits * tp / seen
            hits = 0
    return total / sum(y_true)
