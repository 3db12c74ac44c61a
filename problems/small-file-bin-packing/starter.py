def pack_files(sizes: list[int], target: int) -> list[list[int]]:
    """Pack files into bins of at most target by first-fit decreasing; return the indices of each bin."""
    raise NotImplementedError
