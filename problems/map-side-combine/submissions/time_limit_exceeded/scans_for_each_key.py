"""Goes through the rows of a partition once for each of its keys: O(n * keys).
edge: large
"""

import zlib


def average_by_key(partitions, num_reducers):
    if num_reducers < 1:
        raise ValueError("num_reducers must be at least 1")
    merged = [{} for _ in range(num_reducers)]
    shuffled = 0
    for rows in partitions:
        for key in {row[0] for row in rows}:
            shuffled += 1
            known = [value for other, value in rows if other == key and value is not None]
            reducer = merged[zlib.crc32(key.encode("utf-8")) % num_reducers]
            before = reducer.get(key, (0, 0))
            reducer[key] = (before[0] + sum(known), before[1] + len(known))
    return [{key: t / c if c else None for key, (t, c) in one.items()} for one in merged], shuffled
