"""Merges in pairs and returns the one list that remains, although there may be none.
edge: no-streams
"""

from heapq import merge


def merge_logs(streams):
    for stream in streams:
        if any(later[0] < earlier[0] for earlier, later in zip(stream, stream[1:])):
            raise ValueError("a stream is not sorted")
    lists = [list(stream) for stream in streams]
    while len(lists) != 1:
        pairs = [lists[i : i + 2] for i in range(0, len(lists), 2)]
        if not pairs:
            raise IndexError("nothing to merge")
        lists = [list(merge(*pair, key=lambda record: record[0])) for pair in pairs]
    return lists[0]
