"""Keeps only rings that are larger than min_size.
edge: min-size-boundary
"""


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    group = {account: {account} for account in accounts}
    for a, b in links:
        left, right = group.setdefault(a, {a}), group.setdefault(b, {b})
        if left is not right:
            if len(left) < len(right):
                left, right = right, left
            left |= right
            for name in right:
                group[name] = left
    rings = {id(ring): ring for ring in group.values()}.values()
    return sorted((sorted(ring) for ring in rings if len(ring) > min_size), key=lambda ring: (-len(ring), ring))
