"""Answers the easy cases before it checks max_hops.
edge: invalid-hops
"""


def cheapest_route(edges, src, dst, max_hops):
    if not edges:
        return 0 if src == dst else None
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    best = {src: 0}
    for _ in range(max_hops):
        following = dict(best)
        for a, b, fee in edges:
            if a in best:
                following[b] = min(best[a] + fee, following.get(b, best[a] + fee))
        best = following
    return best.get(dst)
