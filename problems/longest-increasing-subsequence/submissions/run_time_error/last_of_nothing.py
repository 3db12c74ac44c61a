"""Takes the last entry of the table without asking whether there is one: IndexError for an empty list.
edge: empty
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
    at = ends[-1]
    while at is not None:
        result.append(nums[at])
        at = before[at]
    return result[::-1]
