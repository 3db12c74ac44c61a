"""A dictionary of net steps by value: + m for each value of a, - n for each of b; then a running sum."""

import math
from itertools import accumulate


def ks_statistic(a, b):
    n, m = len(a), len(b)
    if n == 0 or m == 0:
        raise ValueError("empty sample")
    steps = {}
    for sample, step in ((a, m), (b, -n)):
        for x in sample:
            if math.isnan(x) or math.isinf(x):
                raise ValueError("not finite")
            steps[x] = steps.get(x, 0) + step
    heights = list(accumulate(steps[x] for x in sorted(steps)))
    return max(max(heights), -min(heights)) / (n * m)
