"""Groups neighbouring rows only, so a key that comes back sends a second record.
edge: non-adjacent-keys
"""

import zlib
from itertools import groupby

Pair = tuple[int, int]


def combine(rows: list[tuple[str, int | None]]) -> list[tuple[str, Pair]]:
    combined = []
    for key, group in groupby(rows, key=lambda row: row[0]):
        known = [value for _, value in group if value is not None]
        combined.append((key, (sum(known), len(known))))
    return combined


def average_by_key(
    partitions: list[list[tuple[str, int | None]]], num_reducers: int
) -> tuple[list[dict[str, float | None]], int]:
    if num_reducers < 1:
        raise ValueError("num_reducers must be at least 1")

    merged: list[dict[str, Pair]] = [{} for _ in range(num_reducers)]
    shuffled = 0
    for rows in partitions:
        for key, (total, count) in combine(rows):
            shuffled += 1
            reducer = merged[zlib.crc32(key.encode("utf-8")) % num_reducers]
            total_before, count_before = reducer.get(key, (0, 0))
            reducer[key] = (total_before + total, count_before + count)

    means = [{key: total / count if count else None for key, (total, count) in one.items()} for one in merged]
    return means, shuffled
