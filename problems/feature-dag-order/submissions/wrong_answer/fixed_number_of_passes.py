"""Makes a hundred passes that lift each feature above what it needs, which is not enough for a longer chain.
edge: deep-chain
"""


def feature_order(deps):
    import heapq

    names = set(deps).union(*deps.values())
    depth = dict.fromkeys(names, 0)
    for _ in range(100):
        for feature in sorted(deps):
            for need in deps[feature]:
                depth[feature] = max(depth[feature], depth[need] + 1)
    if any(depth[feature] <= depth[need] for feature in deps for need in deps[feature]):
        raise ValueError("cycle")
    waiting = {name: len(set(deps.get(name, ()))) for name in names}
    needed_by = {name: [] for name in names}
    for feature, needs in deps.items():
        for need in set(needs):
            needed_by[need].append(feature)
    heap = sorted(name for name in names if waiting[name] == 0)
    order = []
    while heap:
        feature = heapq.heappop(heap)
        order.append(feature)
        for dependent in needed_by[feature]:
            waiting[dependent] -= 1
            if waiting[dependent] == 0:
                heapq.heappush(heap, dependent)
    return order
