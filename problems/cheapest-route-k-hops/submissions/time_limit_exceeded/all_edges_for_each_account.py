"""Goes through all edges for each account in each layer: O(max_hops * V * E).
edge: large
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    best = {src: 0}
    for _ in range(max_hops):
        following = dict(best)
        for account, so_far in best.items():
            for a, b, fee in edges:
                if a == account and (b not in following or so_far + fee < following[b]):
                    following[b] = so_far + fee
        best = following
    return best.get(dst)
