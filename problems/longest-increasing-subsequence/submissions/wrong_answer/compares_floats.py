"""Compares numbers as floats, which are equal beyond 2**53 when the numbers are not.
edge: large-ints
"""

from bisect import bisect_left


def longest_increasing_subsequence(nums):
    tails, ends, before = [], [], []
    for position, value in enumerate(nums):
        pile = bisect_left(tails, float(value))
        before.append(ends[pile - 1] if pile else None)
        tails[pile : pile + 1] = [float(value)]
        ends[pile : pile + 1] = [position]
    result = []
    at = ends[-1] if ends else None
    while at is not None:
        result.append(nums[at])
        at = before[at]
    return result[::-1]
