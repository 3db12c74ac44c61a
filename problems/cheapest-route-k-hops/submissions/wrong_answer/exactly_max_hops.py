"""Counts only walks with exactly max_hops edges.
edge: basic
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    best = {src: 0}
    for _ in range(max_hops):
        following = {}
        for a, b, fee in edges:
            if a in best:
                following[b] = min(best[a] + fee, following.get(b, best[a] + fee))
        best = following
    return best.get(dst)
