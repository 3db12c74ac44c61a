"""Calls statistics.median for each prefix: O(n^2 log n).
edge: large
"""

import math
from statistics import median


def running_median(stream):
    seen = list(stream)
    if not all(map(math.isfinite, seen)):
        raise ValueError("every element must be finite")
    return [median(seen[: i + 1]) for i in range(len(seen))]
