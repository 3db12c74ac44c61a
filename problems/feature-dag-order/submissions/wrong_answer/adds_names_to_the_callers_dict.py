"""Adds the missing keys to the caller's dictionary.
edge: input-mutation
"""

import heapq


def feature_order(deps):
    for needs in list(deps.values()):
        for need in needs:
            deps.setdefault(need, [])
    waiting = {feature: len(set(needs)) for feature, needs in deps.items()}
    needed_by = {feature: [] for feature in deps}
    for feature, needs in deps.items():
        for need in set(needs):
            needed_by[need].append(feature)
    heap = [feature for feature, count in waiting.items() if count == 0]
    heapq.heapify(heap)
    order = []
    while heap:
        feature = heapq.heappop(heap)
        order.append(feature)
        for dependent in needed_by[feature]:
            waiting[dependent] -= 1
            if waiting[dependent] == 0:
                heapq.heappush(heap, dependent)
    if len(order) < len(deps):
        raise ValueError("cycle")
    return order
