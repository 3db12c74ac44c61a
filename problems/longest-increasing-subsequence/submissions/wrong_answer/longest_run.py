"""Looks at runs of neighbours only.
edge: non-contiguous
"""


def longest_increasing_subsequence(nums):
    best = nums[:1]
    start = 0
    for position in range(1, len(nums)):
        if nums[position] <= nums[position - 1]:
            start = position
        if position - start + 1 > len(best):
            best = nums[start : position + 1]
    return best
