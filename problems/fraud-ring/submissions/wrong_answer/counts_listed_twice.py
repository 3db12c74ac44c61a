"""Lists an account as often as it occurs in the input.
edge: duplicate-accounts
"""


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    nodes = list(accounts)
    known = set(accounts)
    for link in links:
        for name in link:
            if name not in known:
                known.add(name)
                nodes.append(name)
    parent = {name: name for name in nodes}

    def find(name):
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for a, b in links:
        parent[find(b)] = find(a)
    members = {}
    for name in sorted(nodes):
        members.setdefault(find(name), []).append(name)
    return sorted((ring for ring in members.values() if len(ring) >= min_size), key=lambda ring: (-len(ring), ring))
