"""Count, sort all distinct items by (-count, item), cut: O(n + m log m)."""

from collections import Counter


def top_k_frequent(items: list[str], k: int) -> list[tuple[str, int]]:
    if k < 0:
        raise ValueError("k must not be negative")
    ranked = sorted(Counter(items).items(), key=lambda pair: (-pair[1], pair[0]))
    return ranked[:k]
