"""Uses the gain 2^rel - 1 of web search.
edge: graded-relevance
"""

from itertools import groupby
from math import isfinite, log2


def ndcg_at_k(relevance, scores, k=None):
    n = len(scores)
    if len(relevance) != n or n < 2:
        raise ValueError("sizes")
    if k is not None and k < 1:
        raise ValueError("k")
    if not all(map(isfinite, scores)) or not all(isfinite(rel) and rel >= 0 for rel in relevance):
        raise ValueError("values")

    relevance = [2**rel - 1 for rel in relevance]
    depth = n if k is None else min(k, n)
    discounts = [1 / log2(rank + 1) for rank in range(1, depth + 1)] + [0.0] * (n - depth)
    ideal = sum(d * rel for d, rel in zip(discounts, sorted(relevance, reverse=True)))
    if ideal == 0:
        return 0.0
    gain = 0.0
    start = 0
    order = sorted(range(n), key=lambda i: -scores[i])
    for _, group in groupby(order, key=lambda i: scores[i]):
        tied = [relevance[i] for i in group]
        gain += sum(tied) / len(tied) * sum(discounts[start : start + len(tied)])
        start += len(tied)
    return gain / ideal
