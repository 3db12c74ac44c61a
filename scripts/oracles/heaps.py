"""Heaps and streams: everything sorted."""

import bisect
from fractions import Fraction
from itertools import product

from .registry import oracle


def _short_lists(values, most):
    return (list(one) for n in range(most + 1) for one in product(values, repeat=n))


@oracle(
    "heap-top-k",
    "everything counted with list.count and sorted",
    limit=600,
    every=lambda: ((items, k) for items in _short_lists(("a", "b", "B"), 5) for k in range(5)),
)
def top_k_frequent(items, k):
    return sorted(((item, items.count(item)) for item in set(items)), key=lambda one: (-one[1], one[0]))[:k]


@oracle(
    "streaming-median",
    "insertion into a sorted list, means in fractions",
    limit=None,
    every=lambda: ((stream,) for stream in _short_lists((-1, 0, 0.5, 2), 5)),
)
def running_median(stream):
    seen, medians = [], []
    for value in stream:
        bisect.insort(seen, value)
        n = len(seen)
        medians.append(float((Fraction(seen[(n - 1) // 2]) + Fraction(seen[n // 2])) / 2))
    return medians


@oracle(
    "merge-logs",
    "one stable sort of everything",
    limit=None,
    every=lambda: (
        ([sorted(stream, key=lambda record: record[0]) for stream in streams],)
        for streams in product(list(_short_lists(((0, "b"), (0, "a"), (1, "a")), 2)), repeat=3)
    ),
)
def merge_logs(streams):
    return sorted((record for stream in streams for record in stream), key=lambda record: record[0])


@oracle(
    "heavy-hitters",
    "list.count of every item",
    limit=600,
    every=lambda: ((stream, k) for stream in _short_lists(("a", "b", "c"), 6) for k in (2, 3, 4)),
)
def heavy_hitters(stream, k):
    return sorted(item for item in set(stream) if stream.count(item) * k > len(stream))


@oracle(
    "small-file-bin-packing",
    "every bin asked for every file",
    limit=2000,
    every=lambda: ((sizes, target) for sizes in _short_lists((0, 1, 2, 4), 5) for target in (1, 3, 4)),
)
def pack_files(sizes, target):
    bins = []
    for i in sorted(range(len(sizes)), key=lambda i: (-sizes[i], i)):
        size = sizes[i]
        fits = [one for one in bins if sum(sizes[j] for j in one) + size <= target and sizes[one[0]] <= target]
        if size > target or not fits:
            bins.append([i])
        else:
            fits[0].append(i)
    return bins
