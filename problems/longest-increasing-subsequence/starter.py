def longest_increasing_subsequence(nums: list[int]) -> list[int]:
    """Return one longest strictly increasing subsequence of nums, as values in their original order."""
    raise NotImplementedError
