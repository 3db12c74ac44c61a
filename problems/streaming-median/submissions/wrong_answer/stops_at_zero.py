"""Reads until a falsy element, which a zero is.
edge: zero-value
"""

import math
from bisect import insort


def running_median(stream):
    iterator = iter(stream)
    seen = []
    medians = []
    while x := next(iterator, None):
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        insort(seen, x)
        n = len(seen)
        medians.append((seen[(n - 1) // 2] + seen[n // 2]) / 2)
    return medians
