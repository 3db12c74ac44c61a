"""Returns the table of the smallest last values, which has the right length and is no subsequence.
edge: reconstruction
"""

from bisect import bisect_left


def longest_increasing_subsequence(nums):
    tails = []
    for value in nums:
        place = bisect_left(tails, value)
        tails[place : place + 1] = [value]
    return tails
