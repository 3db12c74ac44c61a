"""Reports the lower of the two middle values for an even count.
edge: even-count
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
        medians.append(seen[(len(seen) - 1) // 2])
    return medians
