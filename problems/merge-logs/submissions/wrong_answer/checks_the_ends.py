"""Compares only the first and the last timestamp of each stream.
edge: unsorted-stream
"""

from heapq import merge


def merge_logs(streams):
    for stream in streams:
        if stream and stream[0][0] > stream[-1][0]:
            raise ValueError("a stream is not sorted")
    return sorted((record for stream in streams for record in stream), key=lambda record: record[0])
