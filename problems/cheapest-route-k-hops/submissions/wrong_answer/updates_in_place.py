"""Writes into the layer that it reads from, so one round can use several edges in a row.
edge: hop-limit-binds
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    best = {src: 0}
    for _ in range(max_hops):
        for a, b, fee in edges:
            if a in best and (b not in best or best[a] + fee < best[b]):
                best[b] = best[a] + fee
    return best.get(dst)
