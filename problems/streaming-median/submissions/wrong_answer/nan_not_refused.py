"""Refuses infinities only; NaN passes both comparisons.
edge: nan
"""

import math
from bisect import insort


def running_median(stream):
    seen = []
    medians = []
    for x in stream:
        if x == math.inf or x == -math.inf:
            raise ValueError("infinite")
        insort(seen, x)
        n = len(seen)
        medians.append((seen[(n - 1) // 2] + seen[n // 2]) / 2)
    return medians
