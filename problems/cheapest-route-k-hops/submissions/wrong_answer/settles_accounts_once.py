"""Dijkstra with one mark per account: a cheap arrival with many edges locks out a dear one with few.
edge: hop-limit-binds
"""

import heapq


def cheapest_route(edges, src, dst, max_hops):
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")
    outgoing = {}
    for a, b, fee in edges:
        outgoing.setdefault(a, []).append((b, fee))
    heap, settled = [(0, 0, src)], set()
    while heap:
        total, hops, account = heapq.heappop(heap)
        if account == dst:
            return total
        if account in settled:
            continue
        settled.add(account)
        if hops < max_hops:
            for b, fee in outgoing.get(account, ()):
                heapq.heappush(heap, (total + fee, hops + 1, b))
    return None
