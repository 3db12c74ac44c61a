"""Tries every walk with at most max_hops edges: exponential in max_hops.
edge: large
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    outgoing = {}
    for a, b, fee in edges:
        outgoing.setdefault(a, []).append((b, fee))

    def walk(account, hops):
        best = 0 if account == dst else None
        if hops:
            for b, fee in outgoing.get(account, ()):
                rest = walk(b, hops - 1)
                if rest is not None and (best is None or rest + fee < best):
                    best = rest + fee
        return best

    return walk(src, max_hops)
