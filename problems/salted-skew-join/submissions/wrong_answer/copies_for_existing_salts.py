"""Copies a right row only to the salts that left rows use.
edge: salts-exceed-rows
"""

import zlib
from collections import Counter, defaultdict


def salted_join(
    left: list[tuple[str, int]],
    right: list[tuple[str, int]],
    salts: int,
    num_partitions: int,
    hot_keys: set[str],
) -> tuple[list[tuple[str, int, int]], list[int]]:
    if salts < 1:
        raise ValueError("salts must be at least 1")
    if num_partitions < 1:
        raise ValueError("num_partitions must be at least 1")

    def place(key: str, salt: int) -> int:
        return zlib.crc32(f"{key}#{salt}".encode("utf-8")) % num_partitions

    left_rows = Counter(key for key, _ in left)
    loads = [0] * num_partitions
    tables = [defaultdict(list) for _ in range(num_partitions)]
    for key, value in right:
        for salt in range(min(salts, max(left_rows[key], 1)) if key in hot_keys else 1):
            target = place(key, salt)
            loads[target] += 1
            tables[target][key, salt].append(value)

    joined: list[tuple[str, int, int]] = []
    seen: Counter[str] = Counter()
    for key, value in left:
        salt = 0
        if key in hot_keys:
            salt = seen[key] % salts
            seen[key] += 1
        target = place(key, salt)
        loads[target] += 1
        joined.extend((key, value, other) for other in tables[target].get((key, salt), ()))
    return joined, loads
