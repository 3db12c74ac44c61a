"""Compares each element with all earlier ones: O(n^2).
edge: large
"""


def longest_increasing_subsequence(nums):
    length, before = [], []
    for position, value in enumerate(nums):
        best, last = 0, None
        for earlier in range(position):
            if nums[earlier] < value and length[earlier] > best:
                best, last = length[earlier], earlier
        length.append(best + 1)
        before.append(last)
    at = max(range(len(nums)), key=length.__getitem__) if nums else None
    result = []
    while at is not None:
        result.append(nums[at])
        at = before[at]
    return result[::-1]
