"""Answers [] for empty input before it looks at min_size.
edge: invalid-min-size
"""


def fraud_rings(accounts, links, min_size=2):
    if not accounts and not links:
        return []
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
    return sorted((sorted(ring) for ring in rings if len(ring) >= min_size), key=lambda ring: (-len(ring), ring))
