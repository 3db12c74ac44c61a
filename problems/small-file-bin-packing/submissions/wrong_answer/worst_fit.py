"""Takes the bin with the most room, which is what a heap offers: worst fit.
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
        place = max(range(len(bins)), key=lambda b: free[b], default=None)
        if place is not None and free[place] >= size:
            bins[place].append(index)
            free[place] -= size
        else:
            bins.append([index])
            free.append(target - size if size <= target else -1)
    return bins
