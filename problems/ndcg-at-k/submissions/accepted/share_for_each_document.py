"""Each document gets the mean discount of the ranks that its score occupies: two binary searches and prefix sums."""

import math
from bisect import bisect_left, bisect_right
from itertools import accumulate


def ndcg_at_k(relevance, scores, k=None):
    if len(relevance) != len(scores) or len(scores) < 2:
        raise ValueError("need two lists of the same length, at least two documents")
    if k is None:
        k = len(scores)
    if k < 1:
        raise ValueError("k must be positive")
    for rel, score in zip(relevance, scores):
        if not (0 <= rel < math.inf and -math.inf < score < math.inf):
            raise ValueError("bad value")

    n = len(scores)
    k = min(k, n)
    # prefix[r] = sum of the discounts of the ranks 1 .. r
    prefix = [0.0, *accumulate(1 / math.log2(rank + 1) for rank in range(1, k + 1))]
    ascending = sorted(scores)

    def share(score):
        above = n - bisect_right(ascending, score)
        through = n - bisect_left(ascending, score)
        return (prefix[min(through, k)] - prefix[min(above, k)]) / (through - above)

    ideal = math.fsum(
        rel / math.log2(rank + 1) for rank, rel in enumerate(sorted(relevance, reverse=True)[:k], start=1)
    )
    if not ideal:
        return 0.0
    return math.fsum(rel * share(score) for rel, score in zip(relevance, scores) if rel) / ideal
