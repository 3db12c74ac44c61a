"""Notes the pile of each element; from the right, the nearest element of each lower pile fits. Bisection by hand."""


def longest_increasing_subsequence(nums: list[int]) -> list[int]:
    tops: list[int] = []
    piles: list[int] = []
    for value in nums:
        low, high = 0, len(tops)
        while low < high:
            middle = (low + high) // 2
            if tops[middle] < value:
                low = middle + 1
            else:
                high = middle
        if low == len(tops):
            tops.append(value)
        else:
            tops[low] = value
        piles.append(low)

    result: list[int] = []
    wanted = len(tops) - 1
    for position in range(len(nums) - 1, -1, -1):
        if piles[position] == wanted:
            result.append(nums[position])
            wanted -= 1
    return result[::-1]
