"""Scans all ready features for the smallest at each step: O(V^2).
edge: large
"""


def feature_order(deps):
    names = set(deps).union(*deps.values())
    waiting = {name: len(set(deps.get(name, ()))) for name in names}
    needed_by = {name: [] for name in names}
    for feature, needs in deps.items():
        for need in set(needs):
            needed_by[need].append(feature)
    ready = {name for name in names if waiting[name] == 0}
    order = []
    while ready:
        feature = min(ready)
        ready.remove(feature)
        order.append(feature)
        for dependent in needed_by[feature]:
            waiting[dependent] -= 1
            if waiting[dependent] == 0:
                ready.add(dependent)
    if len(order) < len(names):
        raise ValueError("cycle")
    return order
