"""Kahn with a first-in first-out queue; only the start and the dependents of each feature are sorted.
edge: lexicographic-ties
"""

from collections import deque


def feature_order(deps):
    names = set(deps).union(*deps.values())
    waiting = {name: len(set(deps.get(name, ()))) for name in names}
    needed_by = {name: [] for name in names}
    for feature in sorted(deps):
        for need in set(deps[feature]):
            needed_by[need].append(feature)
    ready = deque(sorted(name for name in names if waiting[name] == 0))
    order = []
    while ready:
        feature = ready.popleft()
        order.append(feature)
        for dependent in needed_by[feature]:
            waiting[dependent] -= 1
            if waiting[dependent] == 0:
                ready.append(dependent)
    if len(order) < len(names):
        raise ValueError("cycle")
    return order
