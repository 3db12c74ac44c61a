"""Stops at the first layer that reaches the goal.
edge: cheaper-but-longer
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    best = {src: 0}
    for _ in range(max_hops):
        if dst in best and dst != src:
            break
        following = dict(best)
        for a, b, fee in edges:
            if a in best:
                following[b] = min(best[a] + fee, following.get(b, best[a] + fee))
        best = following
    return best.get(dst)
