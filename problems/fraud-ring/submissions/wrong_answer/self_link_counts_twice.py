"""Adds both ends of a link to the ring's size, so an account that is linked to itself counts twice.
edge: self-link
"""


def fraud_rings(accounts, links, min_size=2):
    if min_size < 1:
        raise ValueError("min_size must be at least 1")
    parent, size = {}, {}
    for name in (*accounts, *(name for link in links for name in link)):
        parent[name] = name
        size[name] = 1

    def find(name):
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for a, b in links:
        x, y = find(a), find(b)
        if x == y and a != b:
            continue
        if size[x] < size[y]:
            x, y = y, x
        size[x] += size[y]
        parent[y] = x
    members = {}
    for name in sorted(parent):
        members.setdefault(find(name), []).append(name)
    rings = [(-size[root], ring) for root, ring in members.items() if size[root] >= min_size]
    return [ring for _, ring in sorted(rings)]
