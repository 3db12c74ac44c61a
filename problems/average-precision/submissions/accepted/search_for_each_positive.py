"""Mean, over the positives, of the precision at each positive's own score, by binary search."""

import math
from bisect import bisect_left


def average_precision(y_true, y_score):
    n = len(y_score)
    if n == 0 or n != len(y_true):
        raise ValueError("need two lists of the same length, not empty")
    for label, score in zip(y_true, y_score):
        if label != 0 and label != 1:
            raise ValueError("label must be 0 or 1")
        if not math.isfinite(score):
            raise ValueError("score must be finite")
    everything = sorted(y_score)
    positives = sorted(score for label, score in zip(y_true, y_score) if label)
    if not positives:
        return 0.0
    count = len(positives)
    return math.fsum(
        (count - bisect_left(positives, score)) / (n - bisect_left(everything, score)) for score in positives
    ) / count
