"""Goes through the bins for each file: O(n * bins).
edge: large
"""


def pack_files(sizes, target):
    if target < 1:
        raise ValueError("target must be at least 1")
    if any(size < 0 for size in sizes):
        raise ValueError("sizes must not be negative")
    bins, free = [], []
    for index in sorted(range(len(sizes)), key=lambda index: -sizes[index]):
        size = sizes[index]
        for place, room in enumerate(free):
            if room >= size:
                bins[place].append(index)
                free[place] -= size
                break
        else:
            bins.append([index])
            free.append(target - size if size <= target else -1)
    return bins
