"""Returns 0 at once when src equals dst, although a closed walk may cost less.
edge: same-node
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    if src == dst:
        return 0
    best = {src: 0}
    for _ in range(max_hops):
        following = dict(best)
        for a, b, fee in edges:
            if a in best:
                following[b] = min(best[a] + fee, following.get(b, best[a] + fee))
        best = following
    return best.get(dst)
