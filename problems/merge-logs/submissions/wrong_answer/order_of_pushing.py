"""Breaks ties by the order of pushing, so streams take turns within a tie.
edge: ties
"""

import heapq
from itertools import count


def merge_logs(streams):
    for stream in streams:
        if any(later[0] < earlier[0] for earlier, later in zip(stream, stream[1:])):
            raise ValueError("a stream is not sorted")
    number = count()
    heap = [(stream[0][0], next(number), s, 0) for s, stream in enumerate(streams) if stream]
    heapq.heapify(heap)
    merged = []
    while heap:
        _, _, s, i = heapq.heappop(heap)
        merged.append(streams[s][i])
        if i + 1 < len(streams[s]):
            heapq.heappush(heap, (streams[s][i + 1][0], next(number), s, i + 1))
    return merged
