"""Sort by score; a group of equal scores gets its mean relevance times the discounts of its ranks."""

from itertools import groupby
from math import isfinite, log2
from operator import itemgetter


def ndcg_at_k(relevance: list[float], scores: list[float], k: int | None = None) -> float:
    """Return NDCG@k of one query; tied scores share the discounts of the ranks that they occupy."""
    n = len(relevance)
    if n != len(scores):
        raise ValueError("relevance and scores differ in length")
    if n < 2:
        raise ValueError("NDCG needs at least two documents")
    if k is not None and k < 1:
        raise ValueError("k must be at least 1")
    if not all(map(isfinite, relevance)) or not all(map(isfinite, scores)):
        raise ValueError("a relevance or a score is NaN or infinite")
    if min(relevance) < 0:
        raise ValueError("a relevance is negative")

    depth = n if k is None else k
    discounts = [1 / log2(rank + 1) if rank <= depth else 0.0 for rank in range(1, n + 1)]

    ideal = sum(d * rel for d, rel in zip(discounts, sorted(relevance, reverse=True)))
    if ideal == 0:
        return 0.0

    gain = 0.0
    start = 0
    ranked = sorted(zip(scores, relevance), key=itemgetter(0), reverse=True)
    for _, group in groupby(ranked, key=itemgetter(0)):
        tied = [rel for _, rel in group]
        end = start + len(tied)
        gain += sum(tied) / len(tied) * sum(discounts[start:end])
        start = end
    return gain / ideal
