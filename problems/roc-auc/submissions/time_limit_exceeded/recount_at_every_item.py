"""Takes the rank of every item from list.index and list.count on the sorted scores: correct, O(n^2).
edge: large
"""

import math


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    p = sum(1 for _, label in predictions if label == 1)
    n = len(predictions) - p
    if p == 0 or n == 0:
        raise ValueError("need both classes")
    scores = sorted(score for score, _ in predictions)
    rank_sum = 0.0
    for score, label in predictions:
        if label == 1:
            rank_sum += scores.index(score) + (scores.count(score) + 1) / 2
    return (rank_sum - p * (p + 1) / 2) / (p * n)
