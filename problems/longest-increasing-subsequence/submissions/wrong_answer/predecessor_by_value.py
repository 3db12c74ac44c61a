"""Stores the predecessor of a value instead of a position, so a repeated value overwrites it.
edge: repeated-values
"""

from bisect import bisect_left


def longest_increasing_subsequence(nums):
    tails, before = [], {}
    for value in nums:
        pile = bisect_left(tails, value)
        before[value] = tails[pile - 1] if pile else None
        tails[pile : pile + 1] = [value]
    result = []
    value = tails[-1] if tails else None
    while value is not None:
        result.append(value)
        value = before[value]
    return result[::-1]
