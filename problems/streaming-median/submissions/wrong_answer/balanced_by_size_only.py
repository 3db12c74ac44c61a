"""Pushes into the smaller heap without comparing, so the halves overlap.
edge: alternating
"""

import heapq
import math


def running_median(stream):
    low, high, medians = [], [], []
    for x in stream:
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        if len(low) == len(high):
            heapq.heappush(low, -x)
            medians.append(-low[0])
        else:
            heapq.heappush(high, x)
            medians.append((high[0] - low[0]) / 2)
    return medians
