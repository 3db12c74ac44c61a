"""Looks at simple paths only, so a rebate that can be had again and again is taken once.
edge: cycle
"""


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    outgoing = {}
    for a, b, fee in edges:
        outgoing.setdefault(a, []).append((b, fee))

    def walk(account, hops, visited):
        best = 0 if account == dst else None
        if hops:
            for b, fee in outgoing.get(account, ()):
                if b not in visited or b == src == dst:
                    rest = walk(b, hops - 1, visited | {b}) if b not in visited else 0
                    if rest is not None and (best is None or rest + fee < best):
                        best = rest + fee
        return best

    return walk(src, max_hops, {src})
