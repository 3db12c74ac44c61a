def top_k_frequent(items: list[str], k: int) -> list[tuple[str, int]]:
    """Return the k most frequent items as (item, count), by count descending, then item ascending."""
    raise NotImplementedError
