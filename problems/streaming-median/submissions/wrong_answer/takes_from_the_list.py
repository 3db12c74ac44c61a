"""Takes the elements out of the caller's list.
edge: input-mutation
"""

import math
from bisect import insort


def running_median(stream):
    queue = stream if isinstance(stream, list) else list(stream)
    seen = []
    medians = []
    while queue:
        x = queue.pop(0)
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        insort(seen, x)
        n = len(seen)
        medians.append((seen[(n - 1) // 2] + seen[n // 2]) / 2)
    return medians
