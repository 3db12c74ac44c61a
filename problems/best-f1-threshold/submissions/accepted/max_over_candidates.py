"""One division per candidate is correctly rounded, so equal fractions are equal floats; max() over (F1, threshold)."""

import math
from bisect import bisect_left


def best_f1_threshold(y_true, y_score):
    n = len(y_score)
    if n == 0 or len(y_true) != n:
        raise ValueError("lengths")
    if not all(label == 0 or label == 1 for label in y_true):
        raise ValueError("labels")
    if not all(-math.inf < score < math.inf for score in y_score):
        raise ValueError("scores")
    everything = sorted(y_score)
    positive = sorted(s for s, y in zip(y_score, y_true) if y)
    count = len(positive)

    def f1(threshold):
        hits = count - bisect_left(positive, threshold)
        predicted = n - bisect_left(everything, threshold)
        return 2 * hits / (predicted + count)

    best, threshold = max((f1(score), score) for score in set(y_score))
    return threshold, best
