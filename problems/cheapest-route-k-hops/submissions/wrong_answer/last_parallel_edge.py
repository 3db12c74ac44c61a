"""Keeps one fee for each pair of accounts, the one that was listed last.
edge: parallel-edges
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    fees = {(a, b): fee for a, b, fee in edges}
    best = {src: 0}
    for _ in range(max_hops):
        following = dict(best)
        for (a, b), fee in fees.items():
            if a in best:
                following[b] = min(best[a] + fee, following.get(b, best[a] + fee))
        best = following
    return best.get(dst)
