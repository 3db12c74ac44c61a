"""From each start takes every larger value that comes next, and keeps the longest result.
edge: greedy-trap
"""


def longest_increasing_subsequence(nums):
    best = []
    for start in range(min(len(nums), 2000)):
        chosen = [nums[start]]
        for value in nums[start + 1 :]:
            if value > chosen[-1]:
                chosen.append(value)
        if len(chosen) > len(best):
            best = chosen
    return best
