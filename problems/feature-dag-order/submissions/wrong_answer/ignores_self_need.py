"""Drops a feature from its own list instead of reporting a cycle.
edge: self-loop
"""

import heapq


def feature_order(deps):
    names = set(deps).union(*deps.values())
    waiting = {name: len(set(deps.get(name, ())) - {name}) for name in names}
    needed_by = {name: [] for name in names}
    for feature, needs in deps.items():
        for need in set(needs) - {feature}:
            needed_by[need].append(feature)
    heap = [name for name in names if waiting[name] == 0]
    heapq.heapify(heap)
    order = []
    while heap:
        feature = heapq.heappop(heap)
        order.append(feature)
        for dependent in needed_by[feature]:
            waiting[dependent] -= 1
            if waiting[dependent] == 0:
                heapq.heappush(heap, dependent)
    if len(order) < len(names):
        raise ValueError("cycle")
    return order
