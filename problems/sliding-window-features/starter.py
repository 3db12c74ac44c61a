def window_features(
    timestamps: list[int], values: list[float | None], window: int
) -> list[tuple[float | None, float | None, float | None]]:
    """Return (mean, min, max) of the values in (t - window, t] for every event, in input order."""
    raise NotImplementedError
