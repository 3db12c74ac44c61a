"""Puts a smallest number in front of the caller's list and forgets it there.
edge: input-mutation
"""

from bisect import bisect_left


def longest_increasing_subsequence(nums):
    nums.insert(0, -(10**19))
    tails, ends, before = [], [], []
    for position, value in enumerate(nums):
        pile = bisect_left(tails, value)
        before.append(ends[pile - 1] if pile else None)
        tails[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [position]
    result = []
    at = ends[-1]
    while at:
        result.append(nums[at])
        at = before[at]
    return result[::-1]
