"""Sorts everything again after each element: O(n) comparisons each time, at best.
edge: large
"""

import math


def running_median(stream):
    seen = []
    medians = []
    for x in stream:
        if not math.isfinite(x):
            raise ValueError("every element must be finite")
        seen = sorted(seen + [x])
        middle = len(seen) // 2
        medians.append(seen[middle] if len(seen) % 2 else (seen[middle - 1] + seen[middle]) / 2)
    return medians
