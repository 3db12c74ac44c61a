"""Joins accounts whatever the direction of the transfer, and drops the single ones.
edge: dag
"""


def money_cycles(transfers):
    parent, loops = {}, set()

    def find(name):
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for a, b in transfers:
        parent[find(a)] = find(b)
        if a == b:
            loops.add(a)
    groups = {}
    for name in sorted(parent):
        groups.setdefault(find(name), []).append(name)
    return sorted(group for group in groups.values() if len(group) > 1 or group[0] in loops)
