"""Looks at the first record of every stream, although a stream may be empty.
edge: empty-stream
"""

import heapq


def merge_logs(streams):
    for stream in streams:
        if any(later[0] < earlier[0] for earlier, later in zip(stream, stream[1:])):
            raise ValueError("a stream is not sorted")
    heap = [(stream[0][0], s, 0) for s, stream in enumerate(streams)]
    heapq.heapify(heap)
    merged = []
    while heap:
        _, s, i = heapq.heappop(heap)
        merged.append(streams[s][i])
        if i + 1 < len(streams[s]):
            heapq.heappush(heap, (streams[s][i + 1][0], s, i + 1))
    return merged
