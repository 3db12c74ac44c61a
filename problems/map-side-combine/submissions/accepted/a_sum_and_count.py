"""Combine each partition into {key: (sum, count)}, send each entry to its reducer, divide at the end."""

import zlib

Pair = tuple[int, int]


def combine(rows: list[tuple[str, int | None]]) -> dict[str, Pair]:
    combined: dict[str, Pair] = {}
    for key, value in rows:
        total, count = combined.get(key, (0, 0))
        combined[key] = (total, count) if value is None else (total + value, count + 1)
    return combined


def average_by_key(
    partitions: list[list[tuple[str, int | None]]], num_reducers: int
) -> tuple[list[dict[str, float | None]], int]:
    if num_reducers < 1:
        raise ValueError("num_reducers must be at least 1")

    merged: list[dict[str, Pair]] = [{} for _ in range(num_reducers)]
    shuffled = 0
    for rows in partitions:
        for key, (total, count) in combine(rows).items():
            shuffled += 1
            reducer = merged[zlib.crc32(key.encode("utf-8")) % num_reducers]
            total_before, count_before = reducer.get(key, (0, 0))
            reducer[key] = (total_before + total, count_before + count)

    means = [{key: total / count if count else None for key, (total, count) in one.items()} for one in merged]
    return means, shuffled
