"""Sort all names once and work with their ranks; repeated needs are counted up and down equally often."""

import heapq


def feature_order(deps: dict[str, list[str]]) -> list[str]:
    names = sorted(set(deps).union(*deps.values()))
    rank = {name: position for position, name in enumerate(names)}
    open_needs = [0] * len(names)
    dependents: list[list[int]] = [[] for _ in names]
    for feature, needs in deps.items():
        open_needs[rank[feature]] = len(needs)
        for need in needs:
            dependents[rank[need]].append(rank[feature])

    # Ascending, and therefore a heap already.
    ready = [position for position, count in enumerate(open_needs) if not count]
    order: list[str] = []
    while ready:
        position = heapq.heappop(ready)
        order.append(names[position])
        for dependent in dependents[position]:
            open_needs[dependent] -= 1
            if not open_needs[dependent]:
                heapq.heappush(ready, dependent)
    if any(open_needs):
        raise ValueError("the features need each other in a cycle")
    return order
