"""Compares with the first element for ever and never moves elements between the halves.
edge: ascending
"""

import heapq
import math


def running_median(stream):
    low, high, medians = [], [], []
    for x in stream:
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        if not low or x <= -low[0]:
            heapq.heappush(low, -x)
        else:
            heapq.heappush(high, x)
        if len(low) > len(high):
            medians.append(-low[0])
        elif len(low) < len(high):
            medians.append(high[0])
        else:
            medians.append((high[0] - low[0]) / 2)
    return medians
