"""Mann-Whitney U from average ranks: (sum of the positives' ranks - P(P + 1)/2) / (P N)."""

import math


def auc(predictions):
    n = len(predictions)
    if any(not math.isfinite(score) for score, _ in predictions):
        raise ValueError("scores must be finite")
    if any(label != 0 and label != 1 for _, label in predictions):
        raise ValueError("labels must be 0 or 1")
    n_pos = sum(1 for _, label in predictions if label == 1)
    n_neg = n - n_pos
    if not n_pos or not n_neg:
        raise ValueError("both classes must be present")

    order = sorted(range(n), key=lambda i: predictions[i][0])
    doubled_rank_sum = 0
    start = 0
    while start < n:
        score = predictions[order[start]][0]
        end = start
        positives_here = 0
        while end < n and predictions[order[end]][0] == score:
            positives_here += predictions[order[end]][1] == 1
            end += 1
        # Ranks start + 1 .. end share their mean, (start + 1 + end) / 2.
        doubled_rank_sum += positives_here * (start + 1 + end)
        start = end
    doubled_u = doubled_rank_sum - n_pos * (n_pos + 1)
    return doubled_u / (2 * n_pos * n_neg)
