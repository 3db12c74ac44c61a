"""Returns the longest increasing subsequence that ends with the last element.
edge: basic
"""

from bisect import bisect_left


def longest_increasing_subsequence(nums):
    tails, ends, before = [], [], []
    for position, value in enumerate(nums):
        pile = bisect_left(tails, value)
        before.append(ends[pile - 1] if pile else None)
        tails[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [position]
    result = []
    at = len(nums) - 1 if nums else None
    while at is not None:
        result.append(nums[at])
        at = before[at]
    return result[::-1]
