"""Returns the features that became ready and says nothing of those on a cycle.
edge: cycle
"""

import heapq


def feature_order(deps):
    names = set(deps).union(*deps.values())
    waiting = {name: len(set(deps.get(name, ()))) for name in names}
    needed_by = {name: [] for name in names}
    for feature, needs in deps.items():
        for need in set(needs):
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
    return order
