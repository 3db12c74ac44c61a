"""Count, then keep the k smallest under the key (-count, item): O(n + m log k)."""

from collections import Counter
from heapq import nsmallest


def rank(pair: tuple[str, int]) -> tuple[int, str]:
    item, count = pair
    return -count, item


def top_k_frequent(items: list[str], k: int) -> list[tuple[str, int]]:
    if k < 0:
        raise ValueError("k must not be negative")
    counts = Counter(items)
    return nsmallest(k, counts.items(), key=rank)
