"""Keeps the best answer in the module, so a longer one of an earlier call is returned again.
edge: repeat-calls
"""

from bisect import bisect_left

best = []


def longest_increasing_subsequence(nums):
    global best
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
    if len(result) > len(best):
        best = result[::-1]
    return best
