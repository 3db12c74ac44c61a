"""Reads the predecessors from the finished table instead of noting them when an element is placed.
edge: reconstruction
"""

from bisect import bisect_left


def longest_increasing_subsequence(nums):
    tails, ends, pile_of = [], [], []
    for position, value in enumerate(nums):
        pile = bisect_left(tails, value)
        pile_of.append(pile)
        tails[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [position]
    result = []
    for pile in range(len(ends) - 1, -1, -1):
        if not result or nums[ends[pile]] < result[-1]:
            result.append(nums[ends[pile]])
    return result[::-1]
