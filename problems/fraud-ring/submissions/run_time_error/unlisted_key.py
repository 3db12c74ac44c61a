"""Has neighbour lists for the listed accounts only: KeyError for an account that occurs only in a link.
edge: unknown-account
"""


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    neighbours = {account: [] for account in accounts}
    for a, b in links:
        neighbours[a].append(b)
        neighbours[b].append(a)
    rings, seen = [], set()
    for start in neighbours:
        if start in seen:
            continue
        seen.add(start)
        ring = [start]
        for account in ring:
            for other in neighbours[account]:
                if other not in seen:
                    seen.add(other)
                    ring.append(other)
        if len(ring) >= min_size:
            rings.append(sorted(ring))
    return sorted(rings, key=lambda ring: (-len(ring), ring))
