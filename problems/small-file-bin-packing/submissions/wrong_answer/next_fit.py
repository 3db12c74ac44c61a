"""Looks only at the bin opened last: next fit.
edge: basic
"""


def pack_files(sizes, target):
    if target < 1:
        raise ValueError("target must be at least 1")
    if any(size < 0 for size in sizes):
        raise ValueError("sizes must not be negative")
    bins, free = [], []
    for index in sorted(range(len(sizes)), key=lambda index: -sizes[index]):
        size = sizes[index]
        if bins and free[-1] >= size:
            bins[-1].append(index)
            free[-1] -= size
        else:
            bins.append([index])
            free.append(target - size if size <= target else -1)
    return bins
