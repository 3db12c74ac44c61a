def kmeans(
    points: list[tuple[float, ...]], init: list[tuple[float, ...]], max_iter: int = 100
) -> tuple[list[tuple[float, ...]], list[int]]:
    """Return (centres, labels) after at most max_iter iterations of Lloyd's algorithm."""
    raise NotImplementedError
