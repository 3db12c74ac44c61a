"""Refuses NaN by comparing the element with itself, which lets infinities through.
edge: infinity
"""

from bisect import insort


def running_median(stream):
    seen = []
    medians = []
    for x in stream:
        if x != x:
            raise ValueError("NaN")
        insort(seen, x)
        n = len(seen)
        medians.append((seen[(n - 1) // 2] + seen[n // 2]) / 2)
    return medians
