def heavy_hitters(stream: list[str], k: int) -> list[str]:
    """Return, ascending, every item that makes up more than 1/k of the stream."""
    raise NotImplementedError
