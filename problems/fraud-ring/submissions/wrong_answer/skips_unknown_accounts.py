"""Ignores links that name an account outside the list.
edge: unknown-account
"""


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    neighbours = {account: set() for account in accounts}
    for a, b in links:
        if a in neighbours and b in neighbours:
            neighbours[a].add(b)
            neighbours[b].add(a)
    rings, seen = [], set()
    for start in neighbours:
        if start in seen:
            continue
        seen.add(start)
        stack, ring = [start], []
        while stack:
            account = stack.pop()
            ring.append(account)
            for other in neighbours[account] - seen:
                seen.add(other)
                stack.append(other)
        if len(ring) >= min_size:
            rings.append(sorted(ring))
    return sorted(rings, key=lambda ring: (-len(ring), ring))
