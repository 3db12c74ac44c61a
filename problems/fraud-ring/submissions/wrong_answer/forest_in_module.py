"""Keeps the forest in the module, so links of earlier calls still join accounts.
edge: repeat-calls
"""

parent = {}


def find(name):
    while parent[name] != name:
        parent[name] = parent[parent[name]]
        name = parent[name]
    return name


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    names = set(accounts).union(*links)
    for name in names:
        parent.setdefault(name, name)
    for a, b in links:
        parent[find(b)] = find(a)
    members = {}
    for name in sorted(names):
        members.setdefault(find(name), []).append(name)
    return sorted((ring for ring in members.values() if len(ring) >= min_size), key=lambda ring: (-len(ring), ring))
