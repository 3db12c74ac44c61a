"""Goes over the stream once to check it, which leaves nothing of a generator.
edge: iterator-input
"""

import math
from bisect import insort


def running_median(stream):
    if not all(math.isfinite(x) for x in stream):
        raise ValueError("every element must be finite")
    seen = []
    medians = []
    for x in stream:
        insort(seen, x)
        n = len(seen)
        medians.append((seen[(n - 1) // 2] + seen[n // 2]) / 2)
    return medians
