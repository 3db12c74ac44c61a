"""For every positive, two binary searches in the sorted negatives: how many are below, how many are equal."""

from bisect import bisect_left, bisect_right
from math import isfinite


def auc(predictions):
    by_class = {0: [], 1: []}
    for score, label in predictions:
        if label not in by_class:
            raise ValueError("label must be 0 or 1")
        if not isfinite(score):
            raise ValueError("score must be finite")
        by_class[label].append(score)
    positives, negatives = by_class[1], sorted(by_class[0])
    if not positives or not negatives:
        raise ValueError("AUC is undefined for a single class")
    # below + equal / 2, doubled: bisect_left counts the lower ones, bisect_right those and the equal ones.
    doubled = sum(bisect_left(negatives, s) + bisect_right(negatives, s) for s in positives)
    return doubled / (2 * len(positives) * len(negatives))
