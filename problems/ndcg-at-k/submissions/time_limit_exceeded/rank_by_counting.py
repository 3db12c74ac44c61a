"""Correct, but counts the better and the tied documents anew for each document: O(n^2)."""

from math import isfinite, log2


def ndcg_at_k(relevance, scores, k=None):
    n = len(scores)
    if len(relevance) != n or n < 2:
        raise ValueError("sizes")
    if k is not None and k < 1:
        raise ValueError("k")
    if not all(map(isfinite, scores)) or not all(isfinite(rel) and rel >= 0 for rel in relevance):
        raise ValueError("values")

    depth = n if k is None else min(k, n)
    discounts = [1 / log2(rank + 1) for rank in range(1, depth + 1)] + [0.0] * (n - depth)
    ideal = sum(d * rel for d, rel in zip(discounts, sorted(relevance, reverse=True)))
    if ideal == 0:
        return 0.0
    gain = 0.0
    for score, rel in zip(scores, relevance):
        above = sum(other > score for other in scores)
        tied = sum(other == score for other in scores)
        gain += rel * sum(discounts[above : above + tied]) / tied
    return gain / ideal
