"""Count the open needs of each feature and always take the smallest ready name from a heap: O(E + V log V)."""

from heapq import heapify, heappop, heappush


def feature_order(deps: dict[str, list[str]]) -> list[str]:
    waiting: dict[str, int] = {}
    needed_by: dict[str, list[str]] = {}
    for feature, needs in deps.items():
        distinct = set(needs)
        waiting[feature] = len(distinct)
        for need in distinct:
            needed_by.setdefault(need, []).append(feature)
    for need in needed_by:
        waiting.setdefault(need, 0)

    ready = [feature for feature, open_needs in waiting.items() if open_needs == 0]
    heapify(ready)
    order: list[str] = []
    while ready:
        feature = heappop(ready)
        order.append(feature)
        for dependent in needed_by.get(feature, ()):
            waiting[dependent] -= 1
            if waiting[dependent] == 0:
                heappush(ready, dependent)

    if len(order) < len(waiting):
        raise ValueError("the features need each other in a cycle")
    return order
