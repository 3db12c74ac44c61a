"""Begins the table with 0, so values below it never start a subsequence.
edge: negative
"""

from bisect import bisect_left


def longest_increasing_subsequence(nums):
    tails, ends, before = [0], [None], []
    for position, value in enumerate(nums):
        pile = max(bisect_left(tails, value), 1) if value >= 0 else bisect_left(tails, value)
        if pile == 0:
            before.append(None)
            continue
        before.append(ends[pile - 1])
        tails[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [position]
    result = []
    at = ends[-1]
    while at is not None:
        result.append(nums[at])
        at = before[at]
    return result[::-1]
