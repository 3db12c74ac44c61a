"""Takes the first element before the loop, although there may be none.
edge: empty
"""

import math
from bisect import insort


def running_median(stream):
    iterator = iter(stream)
    seen = [next(iterator)]
    if not math.isfinite(seen[0]):
        raise ValueError("every element must be finite")
    medians = [seen[0]]
    for x in iterator:
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        insort(seen, x)
        n = len(seen)
        medians.append((seen[(n - 1) // 2] + seen[n // 2]) / 2)
    return medians
