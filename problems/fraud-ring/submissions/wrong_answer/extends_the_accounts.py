"""Appends the names that occur only in links to the caller's list.
edge: input-mutation
"""


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    known = set(accounts)
    for link in links:
        for name in link:
            if name not in known:
                known.add(name)
                accounts.append(name)
    group = {account: {account} for account in accounts}
    for a, b in links:
        left, right = group[a], group[b]
        if left is not right:
            if len(left) < len(right):
                left, right = right, left
            left |= right
            for name in right:
                group[name] = left
    rings = {id(ring): ring for ring in group.values()}.values()
    return sorted((sorted(ring) for ring in rings if len(ring) >= min_size), key=lambda ring: (-len(ring), ring))
