"""Merges the two lists at the front of a queue and appends the result, which changes the order of the streams.
edge: ties
"""

from collections import deque
from heapq import merge


def merge_logs(streams):
    for stream in streams:
        if any(later[0] < earlier[0] for earlier, later in zip(stream, stream[1:])):
            raise ValueError("a stream is not sorted")
    queue = deque(streams)
    while len(queue) > 1:
        queue.append(list(merge(queue.popleft(), queue.popleft(), key=lambda record: record[0])))
    return list(queue[0]) if queue else []
