def ks_statistic(a: list[float], b: list[float]) -> float:
    """Return the largest absolute difference between the empirical distribution functions of two samples."""
    raise NotImplementedError
