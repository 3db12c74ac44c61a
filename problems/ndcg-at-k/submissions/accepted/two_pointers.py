"""Walks over a sorted list of indices with two pointers and stops at rank k."""

from math import inf, log


def discount(rank):
    return log(2) / log(rank + 1)


def ndcg_at_k(relevance, scores, k=None):
    n = len(scores)
    if k is not None and k <= 0:
        raise ValueError("k")
    if n <= 1 or len(relevance) != n:
        raise ValueError("size")
    if any(r != r or r < 0 or r == inf for r in relevance):
        raise ValueError("relevance")
    if any(s != s or abs(s) == inf for s in scores):
        raise ValueError("score")
    depth = n if k is None or k > n else k

    best = sorted(relevance)[::-1]
    ideal = 0.0
    for i in range(depth):
        ideal += best[i] * discount(i + 1)
    if ideal == 0.0:
        return 0.0

    order = sorted(range(n), key=lambda i: -scores[i])
    dcg = 0.0
    left = 0
    while left < depth:
        right = left
        total = 0.0
        while right < n and scores[order[right]] == scores[order[left]]:
            total += relevance[order[right]]
            right += 1
        mean = total / (right - left)
        for position in range(left, min(right, depth)):
            dcg += mean * discount(position + 1)
        left = right
    return dcg / ideal
