"""Averages the means of the partitions, as if each held the same number of values.
edge: uneven-partitions
"""

import zlib


def average_by_key(partitions, num_reducers):
    if num_reducers < 1:
        raise ValueError("num_reducers must be at least 1")
    partial = [{} for _ in range(num_reducers)]
    shuffled = 0
    for rows in partitions:
        values = {}
        for key, value in rows:
            values.setdefault(key, [])
            if value is not None:
                values[key].append(value)
        for key, known in values.items():
            shuffled += 1
            means = partial[zlib.crc32(key.encode("utf-8")) % num_reducers].setdefault(key, [])
            if known:
                means.append(sum(known) / len(known))
    return [{key: sum(m) / len(m) if m else None for key, m in one.items()} for one in partial], shuffled
