"""A heap of size k by hand: the root is the worst pair kept, in an order that is turned round by a class."""

import heapq
from collections import Counter


class Entry:
    __slots__ = ("count", "item")

    def __init__(self, item: str, count: int) -> None:
        self.item = item
        self.count = count

    def __lt__(self, other: "Entry") -> bool:
        """Less means worse: a lower count, or the same count and a larger string."""
        if self.count != other.count:
            return self.count < other.count
        return self.item > other.item


def top_k_frequent(items: list[str], k: int) -> list[tuple[str, int]]:
    if k < 0:
        raise ValueError("k must not be negative")
    if k == 0:
        return []

    heap: list[Entry] = []
    for item, count in Counter(items).items():
        entry = Entry(item, count)
        if len(heap) < k:
            heapq.heappush(heap, entry)
        elif heap[0] < entry:
            heapq.heapreplace(heap, entry)

    worst_first = [heapq.heappop(heap) for _ in range(len(heap))]
    return [(entry.item, entry.count) for entry in reversed(worst_first)]
