"""As Hadoop does it: sort the rows of a partition by key, combine neighbours, and merge sorted runs in each reducer."""

import zlib
from itertools import groupby
from operator import itemgetter

first = itemgetter(0)


def average_by_key(
    partitions: list[list[tuple[str, int | None]]], num_reducers: int
) -> tuple[list[dict[str, float | None]], int]:
    if num_reducers < 1:
        raise ValueError("num_reducers must be at least 1")

    inbox: list[list[tuple[str, int, int]]] = [[] for _ in range(num_reducers)]
    for rows in partitions:
        for key, group in groupby(sorted(rows, key=first), key=first):
            known = [value for _, value in group if value is not None]
            inbox[zlib.crc32(key.encode("utf-8")) % num_reducers].append((key, sum(known), len(known)))
    shuffled = sum(len(records) for records in inbox)

    result: list[dict[str, float | None]] = []
    for records in inbox:
        records.sort()
        means: dict[str, float | None] = {}
        for key, group in groupby(records, key=first):
            parts = list(group)
            count = sum(part[2] for part in parts)
            means[key] = sum(part[1] for part in parts) / count if count else None
        result.append(means)
    return result, shuffled
