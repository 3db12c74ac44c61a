"""Adds fees as floats, which are exact only up to 2**53.
edge: large-ints
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    best = {src: 0.0}
    for _ in range(max_hops):
        following = dict(best)
        for a, b, fee in edges:
            if a in best:
                following[b] = min(best[a] + fee, following.get(b, best[a] + fee))
        best = following
    return int(best[dst]) if dst in best else None
