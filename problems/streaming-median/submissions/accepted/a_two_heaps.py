"""A max-heap for the lower half and a min-heap for the upper half; the lower one may be larger by one."""

import heapq
import math
from collections.abc import Iterable


def running_median(stream: Iterable[float]) -> list[float]:
    low: list[float] = []  # negated
    high: list[float] = []
    medians = []
    for x in stream:
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        if len(low) == len(high):
            heapq.heappush(low, -heapq.heappushpop(high, x))
            medians.append(-low[0])
        else:
            heapq.heappush(high, -heapq.heappushpop(low, -x))
            medians.append((high[0] - low[0]) / 2)
    return medians
