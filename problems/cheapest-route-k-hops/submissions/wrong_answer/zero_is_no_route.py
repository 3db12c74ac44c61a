"""Tests the total for truth, so a route that costs 0 counts as none.
edge: zero-sum
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    best = {src: 0}
    for _ in range(max_hops):
        following = dict(best)
        for a, b, fee in edges:
            if a in best:
                following[b] = min(best[a] + fee, following.get(b, best[a] + fee))
        best = following
    if src == dst:
        return best[dst]
    return best.get(dst) or None
