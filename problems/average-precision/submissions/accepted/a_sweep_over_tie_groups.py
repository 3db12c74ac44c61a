"""Sort by score, let one group of equal scores after the other pass the threshold."""

from itertools import groupby
from math import isfinite
from operator import itemgetter


def average_precision(y_true: list[int], y_score: list[float]) -> float:
    """Return the average precision (step sum under the precision-recall curve) of scores against 0/1 labels."""
    if len(y_true) != len(y_score):
        raise ValueError("labels and scores differ in length")
    if not y_true:
        raise ValueError("there are no samples")
    if any(label not in (0, 1) for label in y_true):
        raise ValueError("a label is not 0 or 1")
    if not all(map(isfinite, y_score)):
        raise ValueError("a score is NaN or infinite")

    positives = sum(y_true)
    if positives == 0:
        return 0.0

    precision_sum = 0.0
    true_positives = predicted = 0
    ranked = sorted(zip(y_score, y_true), key=itemgetter(0), reverse=True)
    for _, group in groupby(ranked, key=itemgetter(0)):
        labels = [label for _, label in group]
        hits = sum(labels)
        true_positives += hits
        predicted += len(labels)
        # The recall grows by hits / positives, all of it at the precision after the whole group.
        precision_sum += hits * true_positives / predicted
    return precision_sum / positives
