"""The best fee for exactly h edges, layer by layer, and the smallest over all layers at the goal."""


def cheapest_route(edges: list[tuple[str, str, int]], src: str, dst: str, max_hops: int) -> int | None:
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")

    outgoing: dict[str, dict[str, int]] = {}
    for a, b, fee in edges:
        cheapest = outgoing.setdefault(a, {})
        if b not in cheapest or fee < cheapest[b]:
            cheapest[b] = fee

    layer = {src: 0}
    found = [0] if src == dst else []
    for _ in range(max_hops):
        following: dict[str, int] = {}
        for a, so_far in layer.items():
            for b, fee in outgoing.get(a, {}).items():
                if b not in following or so_far + fee < following[b]:
                    following[b] = so_far + fee
        layer = following
        if dst in layer:
            found.append(layer[dst])
    return min(found, default=None)
