"""The smallest last value for each length, found by bisection, with the position before each element. O(n log n)."""

from bisect import bisect_left


def longest_increasing_subsequence(nums: list[int]) -> list[int]:
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for position, value in enumerate(nums):
        pile = bisect_left(tails, value)
        before.append(ends[pile - 1] if pile else None)
        tails[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [position]

    result: list[int] = []
    at = ends[-1] if ends else None
    while at is not None:
        result.append(nums[at])
        at = before[at]
    result.reverse()
    return result
