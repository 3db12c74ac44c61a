"""Clears its kept list after each call, but not when the call ends with an error.
edge: repeat-calls
"""

import math
from bisect import insort

seen = []


def running_median(stream):
    medians = []
    for x in stream:
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        insort(seen, x)
        n = len(seen)
        medians.append((seen[(n - 1) // 2] + seen[n // 2]) / 2)
    seen.clear()
    return medians
