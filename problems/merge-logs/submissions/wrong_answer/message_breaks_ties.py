"""Keeps (timestamp, message, stream) in the heap, so messages decide ties.
edge: payload-order
"""

import heapq


def merge_logs(streams):
    for stream in streams:
        if any(later[0] < earlier[0] for earlier, later in zip(stream, stream[1:])):
            raise ValueError("a stream is not sorted")
    heap = [(*stream[0], s, 0) for s, stream in enumerate(streams) if stream]
    heapq.heapify(heap)
    merged = []
    while heap:
        timestamp, message, s, i = heapq.heappop(heap)
        merged.append((timestamp, message))
        if i + 1 < len(streams[s]):
            heapq.heappush(heap, (*streams[s][i + 1], s, i + 1))
    return merged
