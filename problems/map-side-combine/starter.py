def average_by_key(
    partitions: list[list[tuple[str, int | None]]], num_reducers: int
) -> tuple[list[dict[str, float | None]], int]:
    """Return the {key: mean} of each reducer, and the number of records that were shuffled."""
    raise NotImplementedError
