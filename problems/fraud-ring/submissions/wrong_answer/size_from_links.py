"""Takes the number of links plus one for the size of a ring, which holds only for trees.
edge: duplicate-links
"""


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    links = [(a, b) for a, b in links if a != b] + [(a, a) for a, b in links if a == b]
    neighbours = {account: [] for account in accounts}
    for a, b in links:
        neighbours.setdefault(a, [])
        neighbours.setdefault(b, [])
        if a != b:
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
        size = sum(len(neighbours[account]) for account in ring) // 2 + 1
        if size >= min_size:
            rings.append((-size, sorted(ring)))
    return [ring for _, ring in sorted(rings)]
