"""Blocks of about the square root of n bins, each with the most free space in it: O(n * sqrt(n))."""

from math import isqrt


def pack_files(sizes: list[int], target: int) -> list[list[int]]:
    if target < 1:
        raise ValueError("target must be at least 1")
    order = sorted(range(len(sizes)), key=sizes.__getitem__, reverse=True)
    if order and sizes[order[-1]] < 0:
        raise ValueError("sizes must not be negative")

    length = isqrt(len(sizes)) + 1
    blocks: list[list[int]] = []  # free space of the bins
    most: list[int] = []
    bins: list[list[int]] = []
    for index in order:
        size = sizes[index]
        if size <= target:
            block = next((number for number, free in enumerate(most) if free >= size), None)
            if block is not None:
                frees = blocks[block]
                place = next(number for number, free in enumerate(frees) if free >= size)
                frees[place] -= size
                most[block] = max(frees)
                bins[block * length + place].append(index)
                continue
        if len(bins) % length == 0:
            blocks.append([])
            most.append(-1)
        left = target - size if size <= target else -1
        blocks[-1].append(left)
        most[-1] = max(most[-1], left)
        bins.append([index])
    return bins
