"""Shuffles both sides into partitions, sorts each by (key, salt), and merges the groups."""

import zlib
from itertools import groupby
from operator import itemgetter

group_key = itemgetter(0, 1)


def salted_join(
    left: list[tuple[str, int]],
    right: list[tuple[str, int]],
    salts: int,
    num_partitions: int,
    hot_keys: set[str],
) -> tuple[list[tuple[str, int, int]], list[int]]:
    if not (salts >= 1 and num_partitions >= 1):
        raise ValueError("salts and num_partitions must be at least 1")

    inbox: list[list[tuple[str, int, int, int]]] = [[] for _ in range(num_partitions)]

    def send(key: str, salt: int, side: int, value: int) -> None:
        inbox[zlib.crc32(f"{key}#{salt}".encode("utf-8")) % num_partitions].append((key, salt, side, value))

    turn: dict[str, int] = {}
    for key, value in left:
        if key in hot_keys:
            send(key, turn.get(key, 0), 0, value)
            turn[key] = (turn.get(key, 0) + 1) % salts
        else:
            send(key, 0, 0, value)
    for key, value in right:
        for salt in range(salts) if key in hot_keys else (0,):
            send(key, salt, 1, value)

    joined: list[tuple[str, int, int]] = []
    for rows in inbox:
        rows.sort()
        for (key, _), group in groupby(rows, key=group_key):
            lefts: list[int] = []
            for _, _, side, value in group:
                if side == 0:
                    lefts.append(value)
                else:
                    joined += [(key, one, value) for one in lefts]
    return joined, [len(rows) for rows in inbox]
