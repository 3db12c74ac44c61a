def cheapest_route(edges: list[tuple[str, str, int]], src: str, dst: str, max_hops: int) -> int | None:
    """Return the smallest total fee from src to dst over at most max_hops edges, or None."""
    raise NotImplementedError
