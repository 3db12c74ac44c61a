"""A heap with the next record of each stream; neighbours are checked when one replaces the other."""

import heapq


def merge_logs(streams: list[list[tuple[int, str]]]) -> list[tuple[int, str]]:
    heap = [(stream[0][0], s, 0) for s, stream in enumerate(streams) if stream]
    heapq.heapify(heap)
    merged = []
    while heap:
        timestamp, s, position = heap[0]
        stream = streams[s]
        merged.append(stream[position])
        position += 1
        if position == len(stream):
            heapq.heappop(heap)
            continue
        following = stream[position][0]
        if following < timestamp:
            raise ValueError(f"stream {s} is not sorted")
        heapq.heapreplace(heap, (following, s, position))
    return merged
