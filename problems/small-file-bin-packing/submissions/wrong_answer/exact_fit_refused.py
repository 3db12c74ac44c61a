"""Wants room to spare: a file that fits exactly opens a new bin.
edge: exact-fit
"""


def pack_files(sizes, target):
    if target < 1:
        raise ValueError("target must be at least 1")
    if any(size < 0 for size in sizes):
        raise ValueError("sizes must not be negative")
    bins, free = [], []
    for index in sorted(range(len(sizes)), key=lambda index: -sizes[index]):
        size = sizes[index]
        place = next((b for b, room in enumerate(free) if room > size), None)
        if place is None:
            bins.append([index])
            free.append(target - size if size <= target else -1)
        else:
            bins[place].append(index)
            free[place] -= size
    return bins
