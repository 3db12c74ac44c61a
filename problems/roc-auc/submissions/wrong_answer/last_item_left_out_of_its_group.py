"""Average ranks from the top down, but the scan of a tie group stops one short of the end of the list.
edge: bottom-tie-group
"""

import math


def auc(predictions):
    if any(label not in (0, 1) or not math.isfinite(score) for score, label in predictions):
        raise ValueError("bad score or label")
    p = sum(label for _, label in predictions)
    n = len(predictions) - p
    if p == 0 or n == 0:
        raise ValueError("need both classes")
    ranked = sorted(predictions, key=lambda item: -item[0])
    total = len(ranked)
    ranks = [0.0] * total
    i = 0
    while i < total:
        j = i
        while j + 1 < total - 1 and ranked[j + 1][0] == ranked[i][0]:
            j += 1
        for k in range(i, j + 1):
            ranks[k] = (i + j) / 2 + 1
        i = j + 1
    rank_sum = sum(rank for rank, (_, label) in zip(ranks, ranked) if label)
    return 1 - (rank_sum - p * (p + 1) / 2) / (p * n)
