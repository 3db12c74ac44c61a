"""Passes the smallest name on to the neighbours, but for a hundred rounds only.
edge: deep-chain
"""


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    label = {account: account for account in accounts}
    for link in links:
        for name in link:
            label.setdefault(name, name)
    for _ in range(100):
        for a, b in links:
            label[a] = label[b] = min(label[a], label[b])
    members = {}
    for name in sorted(label):
        members.setdefault(label[name], []).append(name)
    return sorted((ring for ring in members.values() if len(ring) >= min_size), key=lambda ring: (-len(ring), ring))
