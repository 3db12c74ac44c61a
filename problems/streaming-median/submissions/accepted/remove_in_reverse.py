"""Sorts everything, then removes elements in reverse order of arrival from a linked list, with a pointer to the middle."""

import math


def running_median(stream):
    values = list(stream)
    if not all(map(math.isfinite, values)):
        raise ValueError("every element must be finite")
    n = len(values)
    order = sorted(range(n), key=values.__getitem__)
    rank = [0] * n
    for r, i in enumerate(order):
        rank[i] = r
    before = list(range(-1, n - 1))
    after = list(range(1, n + 1))

    medians = [0.0] * n
    middle = (n - 1) // 2  # the rank of the lower middle element
    for count in range(n, 0, -1):
        if count % 2:
            medians[count - 1] = values[order[middle]]
        else:
            medians[count - 1] = (values[order[middle]] + values[order[after[middle]]]) / 2
        gone = rank[count - 1]
        if count % 2 and gone >= middle:
            middle = before[middle]
        elif count % 2 == 0 and gone <= middle:
            middle = after[middle]
        if before[gone] >= 0:
            after[before[gone]] = after[gone]
        if after[gone] < n:
            before[after[gone]] = before[gone]
    return medians
