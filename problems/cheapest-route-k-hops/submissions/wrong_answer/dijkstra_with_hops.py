"""Dijkstra on (account, hops) that stops when the goal is taken: wrong as soon as a fee is negative.
edge: negative
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
        if (account, hops) in settled:
            continue
        settled.add((account, hops))
        if hops < max_hops:
            for b, fee in outgoing.get(account, ()):
                heapq.heappush(heap, (total + fee, hops + 1, b))
    return None
