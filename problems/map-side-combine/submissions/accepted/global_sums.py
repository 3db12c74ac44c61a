"""Adds up over all rows at once, counts the records with a set for each partition, and deals the means out at the end."""

import zlib
from collections import defaultdict


def average_by_key(
    partitions: list[list[tuple[str, int | None]]], num_reducers: int
) -> tuple[list[dict[str, float | None]], int]:
    if num_reducers < 1:
        raise ValueError("num_reducers must be at least 1")
    values: defaultdict[str, list[int]] = defaultdict(list)
    for rows in partitions:
        for key, value in rows:
            values[key] += [] if value is None else [value]

    result: list[dict[str, float | None]] = [{} for _ in range(num_reducers)]
    for key, known in values.items():
        place = zlib.crc32(key.encode()) % num_reducers
        result[place][key] = sum(known) / len(known) if known else None
    return result, sum(len({key for key, _ in rows}) for rows in partitions)
