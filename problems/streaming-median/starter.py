from collections.abc import Iterable


def running_median(stream: Iterable[float]) -> list[float]:
    """Return the median of all elements so far, after each element of the stream."""
    raise NotImplementedError
