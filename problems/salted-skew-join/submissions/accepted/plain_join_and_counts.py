"""Joins without salts, since the result is the same, and computes the loads from the number of rows for each key."""

import zlib
from collections import Counter, defaultdict


def salted_join(
    left: list[tuple[str, int]],
    right: list[tuple[str, int]],
    salts: int,
    num_partitions: int,
    hot_keys: set[str],
) -> tuple[list[tuple[str, int, int]], list[int]]:
    if min(salts, num_partitions) < 1:
        raise ValueError("salts and num_partitions must be at least 1")
    partners = defaultdict(list)
    for key, value in right:
        partners[key].append(value)
    joined = [(key, value, other) for key, value in left for other in partners.get(key, ())]

    left_rows = Counter(key for key, _ in left)
    loads = [0] * num_partitions
    for key in left_rows.keys() | partners.keys():
        parts = salts if key in hot_keys else 1
        whole, rest = divmod(left_rows[key], parts)
        for salt in range(parts):
            target = zlib.crc32(f"{key}#{salt}".encode()) % num_partitions
            loads[target] += whole + (salt < rest) + len(partners.get(key, ()))
    return joined, loads
