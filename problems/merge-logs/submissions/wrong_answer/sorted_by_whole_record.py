"""Calls a stream unsorted when its records are not sorted as tuples.
edge: payload-order
"""

from heapq import merge


def merge_logs(streams):
    for stream in streams:
        if list(stream) != sorted(stream):
            raise ValueError("a stream is not sorted")
    return list(merge(*streams, key=lambda record: record[0]))
