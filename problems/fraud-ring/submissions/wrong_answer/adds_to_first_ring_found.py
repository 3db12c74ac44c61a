"""Puts both ends of a link into the first ring that has one of them, and never merges two rings.
edge: merge-of-rings
"""


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    rings, ring_of = [], {}
    for a, b in links:
        ring = ring_of.get(a) or ring_of.get(b)
        if ring is None:
            ring = set()
            rings.append(ring)
        for name in (a, b):
            if name not in ring_of:
                ring_of[name] = ring
                ring.add(name)
    for account in accounts:
        if account not in ring_of:
            ring_of[account] = {account}
            rings.append(ring_of[account])
    return sorted((sorted(ring) for ring in rings if len(ring) >= min_size), key=lambda ring: (-len(ring), ring))
