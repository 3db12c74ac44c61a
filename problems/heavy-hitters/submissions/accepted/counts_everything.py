"""One counter for each distinct item: exact in one pass, with as much memory as there are items."""

from collections import Counter


def heavy_hitters(stream: list[str], k: int) -> list[str]:
    if k < 2:
        raise ValueError("k must be at least 2")
    bound = len(stream) // k
    return sorted(item for item, count in Counter(stream).items() if count > bound)
