"""Leaves out a record that is equal to the one before it.
edge: duplicate-records
"""

from heapq import merge


def merge_logs(streams):
    for stream in streams:
        if any(later[0] < earlier[0] for earlier, later in zip(stream, stream[1:])):
            raise ValueError("a stream is not sorted")
    merged = []
    for record in merge(*streams, key=lambda record: record[0]):
        if not merged or merged[-1] != record:
            merged.append(record)
    return merged
