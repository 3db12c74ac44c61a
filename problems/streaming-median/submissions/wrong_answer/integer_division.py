"""Halves the sum of the two middle values with //.
edge: odd-middle-sum
"""

import math
from bisect import insort


def running_median(stream):
    seen = []
    medians = []
    for x in stream:
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        insort(seen, x)
        n = len(seen)
        medians.append((seen[(n - 1) // 2] + seen[n // 2]) // 2 if n % 2 == 0 else seen[n // 2])
    return medians
