"""Has a place only for accounts that occur in an edge: KeyError for any other src or dst.
edge: unknown-node
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    infinity = float("inf")
    best = {name: infinity for edge in edges for name in edge[:2]}
    if edges and src == dst and src not in best:
        best[src] = 0
    if not edges:
        return 0 if src == dst else None
    best[src] += 0
    best[src] = 0
    for _ in range(max_hops):
        following = dict(best)
        for a, b, fee in edges:
            following[b] = min(following[b], best[a] + fee)
        best = following
    return None if best[dst] == infinity else best[dst]
