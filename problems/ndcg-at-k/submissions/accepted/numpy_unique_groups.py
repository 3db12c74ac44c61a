"""numpy: np.unique on the negated scores gives the groups best first; sums by bincount and prefix sums."""

import numpy as np


def ndcg_at_k(relevance, scores, k=None):
    if len(relevance) != len(scores) or len(scores) < 2:
        raise ValueError("sizes")
    if k is not None and k < 1:
        raise ValueError("k")
    rel = np.asarray(relevance, dtype=np.float64)
    score = np.asarray(scores, dtype=np.float64)
    if not np.isfinite(rel).all() or not np.isfinite(score).all() or (rel < 0).any():
        raise ValueError("values")
    n = len(rel)
    discounts = 1.0 / np.log2(np.arange(2, n + 2, dtype=np.float64))
    if k is not None and k < n:
        discounts[k:] = 0.0
    ideal = float(np.sort(rel)[::-1] @ discounts)
    if ideal == 0.0:
        return 0.0
    _, group, counts = np.unique(-score, return_inverse=True, return_counts=True)
    means = np.bincount(group.ravel(), weights=rel) / counts
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    return float(means @ np.add.reduceat(discounts, starts)) / ideal
