"""Keeps the heap in the module; after an error it still holds the heads of the earlier streams.
edge: repeat-calls
"""

import heapq

heap = []


def merge_logs(streams):
    for s, stream in enumerate(streams):
        for i, record in enumerate(stream):
            if i and record[0] < stream[i - 1][0]:
                raise ValueError("a stream is not sorted")
            heapq.heappush(heap, (record[0], s, i, record))
    return [heapq.heappop(heap)[3] for _ in range(len(heap))]
