"""Merges one stream after the other into the growing result: O(N * k).
edge: large
"""


def merge_logs(streams):
    merged = []
    for stream in streams:
        before, merged = merged, []
        i = 0
        last = None
        for record in stream:
            if last is not None and record[0] < last:
                raise ValueError("a stream is not sorted")
            last = record[0]
            while i < len(before) and before[i][0] <= record[0]:
                merged.append(before[i])
                i += 1
            merged.append(record)
        while i < len(before):
            merged.append(before[i])
            i += 1
    return merged
