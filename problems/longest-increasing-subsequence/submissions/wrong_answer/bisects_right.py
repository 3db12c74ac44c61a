"""Bisects to the right, which finds a longest non-decreasing subsequence.
edge: duplicates
"""

from bisect import bisect_right


def longest_increasing_subsequence(nums):
    tails, ends, before = [], [], []
    for position, value in enumerate(nums):
        pile = bisect_right(tails, value)
        before.append(ends[pile - 1] if pile else None)
        tails[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [position]
    result = []
    at = ends[-1] if ends else None
    while at is not None:
        result.append(nums[at])
        at = before[at]
    return result[::-1]
