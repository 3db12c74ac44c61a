"""Takes every label that is not zero as positive.
edge: bad-label
"""

from math import isfinite


def average_precision(y_true, y_score):
    if len(y_true) != len(y_score) or not y_true:
        raise ValueError("lengths")
    if not all(map(isfinite, y_score)):
        raise ValueError("values")
    y_true = [int(bool(label)) for label in y_true]
    if sum(y_true) == 0:
        return 0.0
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
