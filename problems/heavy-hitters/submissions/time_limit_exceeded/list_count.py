"""Calls list.count for each distinct item: O(n * m).
edge: large
"""


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    return sorted(item for item in set(stream) if stream.count(item) * k > len(stream))
