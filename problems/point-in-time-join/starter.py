def point_in_time_join(
    labels: list[tuple[str, int]],
    features: list[tuple[str, int, float | None]],
    max_age: int | None = None,
) -> list[float | None]:
    """For each label (entity, ts), return the latest feature value of that entity that was known at ts."""
    raise NotImplementedError
