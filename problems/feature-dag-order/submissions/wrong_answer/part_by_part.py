"""Orders each connected part for itself and appends the parts, so they are not interleaved.
edge: disconnected
"""

import heapq


def feature_order(deps):
    names = sorted(set(deps).union(*deps.values()))
    needed_by = {name: [] for name in names}
    for feature, needs in deps.items():
        for need in set(needs):
            needed_by[need].append(feature)
    order, seen = [], set()
    for start in names:
        if start in seen:
            continue
        seen.add(start)
        part = [start]
        for name in part:
            for other in [*needed_by[name], *deps.get(name, ())]:
                if other not in seen:
                    seen.add(other)
                    part.append(other)
        waiting = {name: len(set(deps.get(name, ()))) for name in part}
        heap = sorted(name for name in part if waiting[name] == 0)
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
