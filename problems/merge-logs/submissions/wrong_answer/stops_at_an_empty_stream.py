"""Ends as soon as some stream has no record left.
edge: empty-stream
"""

import heapq


def merge_logs(streams):
    for stream in streams:
        if any(later[0] < earlier[0] for earlier, later in zip(stream, stream[1:])):
            raise ValueError("a stream is not sorted")
    if not all(streams):
        return []
    return list(heapq.merge(*streams, key=lambda record: record[0]))
