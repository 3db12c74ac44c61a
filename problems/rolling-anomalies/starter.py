def rolling_anomalies(values: list[float], window: int, threshold: float) -> list[int]:
    """Return the indices whose value is more than threshold standard deviations from the mean of the window before it."""
    raise NotImplementedError
