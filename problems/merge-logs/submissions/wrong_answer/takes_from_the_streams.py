"""Takes the records out of the caller's lists.
edge: input-mutation
"""

import heapq


def merge_logs(streams):
    for stream in streams:
        if any(later[0] < earlier[0] for earlier, later in zip(stream, stream[1:])):
            raise ValueError("a stream is not sorted")
    heap = [(stream[0][0], s) for s, stream in enumerate(streams) if stream]
    heapq.heapify(heap)
    merged = []
    while heap:
        _, s = heapq.heappop(heap)
        merged.append(streams[s].pop(0))
        if streams[s]:
            heapq.heappush(heap, (streams[s][0][0], s))
    return merged
