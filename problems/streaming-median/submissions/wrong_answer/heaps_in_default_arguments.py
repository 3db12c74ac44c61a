"""Keeps its heaps in default arguments, so earlier elements are still there.
edge: repeat-calls
"""

import heapq
import math


def running_median(stream, low=[], high=[]):
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
