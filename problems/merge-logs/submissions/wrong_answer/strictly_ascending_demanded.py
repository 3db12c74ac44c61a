"""Demands that timestamps rise strictly within a stream.
edge: ties
"""

from heapq import merge


def merge_logs(streams):
    for stream in streams:
        if any(later[0] <= earlier[0] for earlier, later in zip(stream, stream[1:])):
            raise ValueError("a stream is not sorted")
    return list(merge(*streams, key=lambda record: record[0]))
