"""Remembers results in the module under a key that says nothing of the edges.
edge: repeat-calls
"""

memo = {}


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    if (src, dst, max_hops) not in memo:
        best = {src: 0}
        for _ in range(max_hops):
            following = dict(best)
            for a, b, fee in edges:
                if a in best:
                    following[b] = min(best[a] + fee, following.get(b, best[a] + fee))
            best = following
        memo[src, dst, max_hops] = best.get(dst)
    return memo[src, dst, max_hops]
