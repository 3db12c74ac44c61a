"""A dictionary from score to (positives, samples), then the sum (R_k - R_(k-1)) * P_k over the sorted keys."""

from math import inf


def average_precision(y_true, y_score):
    if len(y_true) != len(y_score):
        raise ValueError("length mismatch")
    if len(y_true) == 0:
        raise ValueError("empty")
    tally = {}
    for label, score in zip(y_true, y_score):
        if label not in (0, 1):
            raise ValueError("bad label")
        if not -inf < score < inf:
            raise ValueError("bad score")
        entry = tally.setdefault(score, [0, 0])
        entry[0] += label
        entry[1] += 1
    total = sum(entry[0] for entry in tally.values())
    if total == 0:
        return 0.0
    area = 0.0
    recall = 0.0
    tp = seen = 0
    for score in sorted(tally, reverse=True):
        hits, size = tally[score]
        tp += hits
        seen += size
        area += (tp / total - recall) * (tp / seen)
        recall = tp / total
    return area
