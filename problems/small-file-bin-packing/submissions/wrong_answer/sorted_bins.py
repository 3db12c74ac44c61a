"""Sorts the indices in each bin.
edge: output-order
"""

CLOSED = -1


def pack_files(sizes: list[int], target: int) -> list[list[int]]:
    if target < 1:
        raise ValueError("target must be at least 1")
    if any(size < 0 for size in sizes):
        raise ValueError("sizes must not be negative")

    width = 1
    while width < len(sizes):
        width *= 2
    room = [target] * (2 * width)  # room[node]: the most free space below; unopened bins count as empty ones
    bins: list[list[int]] = []

    for index in sorted(range(len(sizes)), key=lambda index: -sizes[index]):
        size = sizes[index]
        if size > target:  # the largest come first, so this is always the next bin
            node = width + len(bins)
            left = CLOSED
        else:
            node = 1
            while node < width:
                node *= 2
                if room[node] < size:
                    node += 1
            left = room[node] - size
        if node - width == len(bins):
            bins.append([])
        bins[node - width].append(index)
        room[node] = left
        while node > 1:
            node //= 2
            room[node] = max(room[2 * node], room[2 * node + 1])
    return [sorted(members) for members in bins]
