def sliding_window_max(nums: list[int], k: int) -> list[int]:
    """Return the maximum of each full window of k consecutive elements, left to right."""
    raise NotImplementedError
