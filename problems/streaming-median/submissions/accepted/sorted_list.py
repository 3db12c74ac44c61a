"""Inserts each element into a sorted list; the move is a memmove and therefore fast."""

import math
from bisect import insort


def running_median(stream):
    seen = []
    medians = []
    for x in stream:
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        insort(seen, x)
        middle = len(seen) // 2
        if len(seen) % 2:
            medians.append(float(seen[middle]))
        else:
            medians.append((seen[middle - 1] + seen[middle]) / 2)
    return medians
