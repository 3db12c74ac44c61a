"""Sorts the caller's list.
edge: input-mutation
"""

from itertools import groupby


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    stream.sort()
    return [item for item, run in groupby(stream) if sum(1 for _ in run) * k > len(stream)]
