"""Flood from each account that has not been reached yet, with a list as the queue: O(V + E) plus the sorting."""


def fraud_rings(accounts: list[str], links: list[tuple[str, str]], min_size: int = 2) -> list[list[str]]:
    if min_size < 1:
        raise ValueError("min_size must be at least 1")

    neighbours: dict[str, list[str]] = {account: [] for account in accounts}
    for a, b in links:
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)

    rings: list[list[str]] = []
    seen: set[str] = set()
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

    rings.sort(key=lambda ring: (-len(ring), ring))
    return rings
