"""Sort by score, walk the curve one group of equal scores at a time, keep the area in integers."""

from itertools import groupby
from math import isfinite
from operator import itemgetter


def auc(predictions: list[tuple[float, int]]) -> float:
    """Return the area under the ROC curve of (score, label) pairs."""
    for score, label in predictions:
        if not isfinite(score):
            raise ValueError("a score is NaN or infinite")
        if label not in (0, 1):
            raise ValueError("a label is not 0 or 1")

    true_positives = false_positives = 0
    doubled_area = 0
    ranked = sorted(predictions, key=itemgetter(0), reverse=True)
    for _, group in groupby(ranked, key=itemgetter(0)):
        labels = [label for _, label in group]
        positives = sum(labels)
        negatives = len(labels) - positives
        # A group moves both axes at once: a trapezoid from height tp to height tp + positives.
        doubled_area += negatives * (2 * true_positives + positives)
        true_positives += positives
        false_positives += negatives

    if true_positives == 0 or false_positives == 0:
        raise ValueError("AUC needs at least one positive and one negative")
    return doubled_area / (2 * true_positives * false_positives)
