"""Adds up the sizes in each bin again for each file.
edge: large
"""


def pack_files(sizes, target):
    if target < 1:
        raise ValueError("target must be at least 1")
    if any(size < 0 for size in sizes):
        raise ValueError("sizes must not be negative")
    bins = []
    for index in sorted(range(len(sizes)), key=lambda index: -sizes[index]):
        size = sizes[index]
        place = next((b for b, members in enumerate(bins) if sizes[members[0]] <= target and sum(sizes[i] for i in members) + size <= target), None)
        if place is None:
            bins.append([index])
        else:
            bins[place].append(index)
    return bins
