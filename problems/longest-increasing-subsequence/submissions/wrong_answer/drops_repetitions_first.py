"""Removes repeated values before the search and keeps the first of each, although a later one may be needed.
edge: repeated-values
"""

from bisect import bisect_left


def longest_increasing_subsequence(nums):
    nums = list(dict.fromkeys(nums))
    tails, ends, before = [], [], []
    for position, value in enumerate(nums):
        pile = bisect_left(tails, value)
        before.append(ends[pile - 1] if pile else None)
        tails[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [position]
    result = []
    at = ends[-1] if ends else None
    while at is not None:
        result.append(nums[at])
        at = before[at]
    return result[::-1]
