"""Sort by score, sweep over groups of equal scores, compare F1 values as fractions by cross-multiplication."""

from itertools import groupby
from math import isfinite
from operator import itemgetter


def best_f1_threshold(y_true: list[int], y_score: list[float]) -> tuple[float, float]:
    """Return (threshold, F1) with the largest F1 when score >= threshold means positive."""
    if len(y_true) != len(y_score):
        raise ValueError("labels and scores differ in length")
    if not y_true:
        raise ValueError("there are no samples")
    if any(label not in (0, 1) for label in y_true):
        raise ValueError("a label is not 0 or 1")
    if not all(map(isfinite, y_score)):
        raise ValueError("a score is NaN or infinite")

    positives = sum(y_true)
    hits = predicted = 0
    # F1 = 2 * hits / (predicted + positives); zero at the highest score is the answer without a positive.
    best_hits, best_size = 0, 1
    best_threshold = max(y_score)
    ranked = sorted(zip(y_score, y_true), key=itemgetter(0), reverse=True)
    for score, group in groupby(ranked, key=itemgetter(0)):
        labels = [label for _, label in group]
        hits += sum(labels)
        predicted += len(labels)
        size = predicted + positives
        if hits * best_size > best_hits * size:
            best_hits, best_size, best_threshold = hits, size, score
    return best_threshold, 2 * best_hits / best_size
