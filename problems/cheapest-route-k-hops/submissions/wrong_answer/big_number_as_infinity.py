"""Uses a large integer for "not reached", which a rebate lowers.
edge: unreachable
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    infinity = 10**18
    best = {name: infinity for edge in edges for name in edge[:2]}
    best[dst] = infinity
    best[src] = 0
    for _ in range(max_hops):
        following = dict(best)
        for a, b, fee in edges:
            following[b] = min(following[b], best[a] + fee)
        best = following
    return None if best[dst] == infinity else best[dst]
