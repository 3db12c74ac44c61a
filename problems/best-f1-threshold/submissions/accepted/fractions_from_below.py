"""Raises the threshold from the lowest score and compares Fractions; the last of equal ones is the highest."""

from collections import defaultdict
from fractions import Fraction
from math import isnan, isinf


def best_f1_threshold(y_true, y_score):
    if not y_true or len(y_true) != len(y_score):
        raise ValueError("lengths")
    tally = defaultdict(lambda: [0, 0])
    for y, s in zip(y_true, y_score):
        if y not in (0, 1) or isnan(s) or isinf(s):
            raise ValueError("values")
        tally[s][y] += 1
    P = sum(y_true)
    tp, predicted = P, len(y_true)
    best = Fraction(-1)
    threshold = None
    for score in sorted(tally):
        negatives, positives = tally[score]
        # Cheap test first: a Fraction is only made where the float is not clearly worse.
        if 2 * tp / (predicted + P) >= float(best) - 1e-6:
            f1 = Fraction(2 * tp, predicted + P)
            if f1 >= best:
                best, threshold = f1, score
        tp -= positives
        predicted -= negatives + positives
    return [threshold, float(best)]
