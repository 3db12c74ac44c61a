"""Counts every mention of a need but counts down only once, so a repeated need looks like a cycle.
edge: duplicate-deps
"""

import heapq


def feature_order(deps):
    names = set(deps).union(*deps.values())
    waiting = {name: len(deps.get(name, ())) for name in names}
    needed_by = {name: set() for name in names}
    for feature, needs in deps.items():
        for need in needs:
            needed_by[need].add(feature)
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
