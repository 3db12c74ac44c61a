"""The standard library keeps the counts and finds cycles (CycleError is a ValueError); a heap chooses among the ready ones."""

from graphlib import TopologicalSorter
from heapq import heappop, heappush


def feature_order(deps: dict[str, list[str]]) -> list[str]:
    sorter = TopologicalSorter(deps)
    sorter.prepare()
    ready: list[str] = []
    order: list[str] = []
    while sorter.is_active():
        for feature in sorter.get_ready():
            heappush(ready, feature)
        feature = heappop(ready)
        order.append(feature)
        sorter.done(feature)
    return order
