"""A segment tree with recursive search and update, which are one function."""


def pack_files(sizes: list[int], target: int) -> list[list[int]]:
    if target < 1 or min(sizes, default=0) < 0:
        raise ValueError("target must be at least 1 and sizes must not be negative")
    order = sorted(range(len(sizes)), key=lambda index: (-sizes[index], index))
    oversized = [index for index in order if sizes[index] > target]
    others = order[len(oversized):]
    count = len(others)
    most = [target] * (4 * count + 4)
    bins: list[list[int]] = [[] for _ in range(count)]

    def place(node: int, low: int, high: int, index: int) -> None:
        if low == high:
            bins[low].append(index)
            most[node] -= sizes[index]
            return
        middle = (low + high) // 2
        if most[2 * node] >= sizes[index]:
            place(2 * node, low, middle, index)
        else:
            place(2 * node + 1, middle + 1, high, index)
        most[node] = max(most[2 * node], most[2 * node + 1])

    for index in others:
        place(1, 0, count - 1, index)
    return [[index] for index in oversized] + [members for members in bins if members]
