"""Ignores a value that was seen before.
edge: duplicates
"""

import math
from bisect import insort


def running_median(stream):
    seen = []
    known = set()
    medians = []
    for x in stream:
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        if x not in known:
            known.add(x)
            insort(seen, x)
        n = len(seen)
        medians.append((seen[(n - 1) // 2] + seen[n // 2]) / 2)
    return medians
