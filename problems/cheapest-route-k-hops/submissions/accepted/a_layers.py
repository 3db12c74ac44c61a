"""Bellman-Ford in layers: the table for one more edge is computed from a copy of the one before. O(max_hops * E)."""


def cheapest_route(edges: list[tuple[str, str, int]], src: str, dst: str, max_hops: int) -> int | None:
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")

    best = {src: 0}
    for _ in range(max_hops):
        following = dict(best)
        for a, b, fee in edges:
            if a in best:
                total = best[a] + fee
                following[b] = min(total, following.get(b, total))
        best = following
    return best.get(dst)
