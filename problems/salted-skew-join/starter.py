def salted_join(
    left: list[tuple[str, int]],
    right: list[tuple[str, int]],
    salts: int,
    num_partitions: int,
    hot_keys: set[str],
) -> tuple[list[tuple[str, int, int]], list[int]]:
    """Return the joined rows (key, left value, right value) and the number of rows shuffled to each partition."""
    raise NotImplementedError
