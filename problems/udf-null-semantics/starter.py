def spend_ratio_bucket(
    amounts: list[float | None], averages: list[float | None], edges: list[float]
) -> list[int | None]:
    """For each row, the number of edges that are at most amount / average; None where the ratio is null."""
    raise NotImplementedError
