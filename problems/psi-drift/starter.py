def population_stability_index(
    expected: list[float], actual: list[float], n_bins: int = 10, eps: float = 1e-4
) -> float:
    """Return the PSI of `actual` against `expected`, with bins at quantiles of `expected`."""
    raise NotImplementedError
