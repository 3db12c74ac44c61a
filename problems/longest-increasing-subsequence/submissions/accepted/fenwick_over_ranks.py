"""A Fenwick tree over the ranks of the values holds the best element that ends with a smaller value."""


def longest_increasing_subsequence(nums: list[int]) -> list[int]:
    rank = {value: place for place, value in enumerate(sorted(set(nums)), 1)}
    # Per node: the length of the best subsequence and the position at which it ends.
    length = [0] * (len(rank) + 1)
    end = [-1] * (len(rank) + 1)
    before: list[int] = []
    best_length, best_end = 0, -1
    for position, value in enumerate(nums):
        reach, last = 0, -1
        node = rank[value] - 1
        while node:
            if length[node] > reach:
                reach, last = length[node], end[node]
            node &= node - 1
        before.append(last)
        reach += 1
        if reach > best_length:
            best_length, best_end = reach, position
        node = rank[value]
        while node < len(length):
            if length[node] < reach:
                length[node], end[node] = reach, position
            node += node & -node

    result = []
    while best_end >= 0:
        result.append(nums[best_end])
        best_end = before[best_end]
    return result[::-1]
