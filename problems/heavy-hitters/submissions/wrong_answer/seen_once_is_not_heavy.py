"""Never returns an item that occurs once, although k may exceed the length of the stream.
edge: k-exceeds-n
"""

from collections import Counter


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    bound = max(len(stream) // k, 1)
    return sorted(item for item, count in Counter(stream).items() if count > bound)
