"""Removes accounts without incoming or outgoing transfers and joins the rest, so bridges between two cycles stay.
edge: bridge-between-sccs
"""


def money_cycles(transfers):
    edges = set(transfers)
    while True:
        sources = {a for a, _ in edges}
        targets = {b for _, b in edges}
        kept = {(a, b) for a, b in edges if a in targets and b in sources}
        if kept == edges:
            break
        edges = kept
    parent = {}

    def find(name):
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for a, b in edges:
        parent[find(a)] = find(b)
    groups = {}
    for name in sorted(parent):
        groups.setdefault(find(name), []).append(name)
    return sorted(groups.values())
