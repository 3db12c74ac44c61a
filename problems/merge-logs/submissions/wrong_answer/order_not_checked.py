"""Takes it for granted that the streams are sorted.
edge: unsorted-stream
"""

from heapq import merge


def merge_logs(streams):
    return list(merge(*streams, key=lambda record: record[0]))
