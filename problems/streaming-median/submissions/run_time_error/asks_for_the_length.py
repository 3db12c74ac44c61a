"""Asks the stream for its length, which a generator does not have.
edge: iterator-input
"""

import math
from bisect import insort


def running_median(stream):
    seen = []
    medians = [0.0] * len(stream)
    for i, x in enumerate(stream):
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        insort(seen, x)
        medians[i] = (seen[i // 2] + seen[(i + 1) // 2]) / 2
    return medians
