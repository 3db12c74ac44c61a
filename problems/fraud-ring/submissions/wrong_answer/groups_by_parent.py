"""Groups by the parent at the end, although a parent need not be a root.
edge: merge-of-rings
"""


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    parent = {account: account for account in accounts}
    for link in links:
        for name in link:
            parent.setdefault(name, name)

    def find(name):
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for a, b in links:
        parent[find(b)] = find(a)
    members = {}
    for name in sorted(parent):
        members.setdefault(parent[name], []).append(name)
    return sorted((ring for ring in members.values() if len(ring) >= min_size), key=lambda ring: (-len(ring), ring))
