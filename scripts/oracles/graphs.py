"""Graphs: transitive closure, all orders, powers of a matrix; and scipy's components."""

import math
from itertools import permutations, product

from .registry import oracle


def _reach(names, edges):
    """Warshall's closure: whether there is a path, of no edges or more, from a to b."""
    reach = {(a, b): a == b for a in names for b in names}
    for edge in edges:
        reach[edge] = True
    for middle in names:
        for a in names:
            if reach[a, middle]:
                for b in names:
                    reach[a, b] = reach[a, b] or reach[middle, b]
    return reach


def _edge_lists(names, most):
    edges = list(product(names, repeat=2))
    return (list(one) for n in range(most + 1) for one in product(edges, repeat=n))


def _components(names, edges, connection):
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    if not names:
        return []
    number = {name: i for i, name in enumerate(names)}
    rows, columns = [number[a] for a, _ in edges], [number[b] for _, b in edges]
    matrix = coo_array((np.ones(len(edges)), (rows, columns)), shape=(len(names), len(names)))
    count, labels = connected_components(matrix.tocsr(), directed=True, connection=connection)
    groups = [[] for _ in range(count)]
    for name, label in zip(names, labels):
        groups[label].append(name)
    return groups


def _rings(groups, min_size):
    return sorted((sorted(group) for group in groups if len(group) >= min_size), key=lambda one: (-len(one), one))


@oracle("fraud-ring", "connected_components, weak", library="scipy", limit=None)
def fraud_rings_library(accounts, links, min_size=2):
    names = sorted({*accounts, *(name for link in links for name in link)})
    return _rings(_components(names, links, "weak"), min_size)


@oracle(
    "fraud-ring",
    "transitive closure",
    limit=90,
    every=lambda: (
        (accounts, links, size) for accounts in ([], ["a"], ["c", "a", "c"]) for links in _edge_lists("abc", 3) for size in (1, 2)
    ),
)
def fraud_rings_by_closure(accounts, links, min_size=2):
    links = [tuple(link) for link in links]
    names = {*accounts, *(name for link in links for name in link)}
    reach = _reach(names, [*links, *((b, a) for a, b in links)])
    return _rings([list(one) for one in {tuple(sorted(b for b in names if reach[a, b])) for a in names}], min_size)


@oracle("money-cycles", "connected_components, strong", library="scipy", limit=None)
def money_cycles_library(transfers):
    names = sorted({name for transfer in transfers for name in transfer})
    loops = {a for a, b in transfers if a == b}
    groups = _components(names, transfers, "strong")
    return sorted(sorted(group) for group in groups if len(group) > 1 or group[0] in loops)


@oracle("money-cycles", "transitive closure", limit=90, every=lambda: ((edges,) for edges in _edge_lists("abc", 4)))
def money_cycles_by_closure(transfers):
    transfers = [tuple(transfer) for transfer in transfers]
    names = {name for transfer in transfers for name in transfer}
    reach = _reach(names, transfers)
    groups = {tuple(sorted(b for b in names if reach[a, b] and reach[b, a])) for a in names}
    return sorted(list(group) for group in groups if len(group) > 1 or (group[0], group[0]) in transfers)


@oracle("feature-dag-order", "all orders of up to seven features, else the smallest possible one each time", limit=100)
def feature_order(deps):
    names = sorted({*deps, *(need for needs in deps.values() for need in needs)})
    pairs = [(need, feature) for feature, needs in deps.items() for need in needs]
    if len(names) <= 7:
        for order in permutations(names):
            place = {name: i for i, name in enumerate(order)}
            if all(place[need] < place[feature] for need, feature in pairs):
                return list(order)
        return None
    order = []
    while len(order) < len(names):
        order.append(min(n for n in names if n not in order and all(need in order for need, f in pairs if f == n)))
    return order


def _routes():
    edges = [("s", "m", 1), ("m", "t", -2), ("s", "t", 3), ("t", "s", -4), ("m", "m", -1)]
    for n in range(4):
        for chosen in product(edges, repeat=n):
            for source, target in (("s", "t"), ("s", "s"), ("m", "x")):
                for hops in (0, 1, 2, 5):
                    yield list(chosen), source, target, hops


@oracle("cheapest-route-k-hops", "powers of the fee matrix, (min, +)", limit=120, every=_routes)
def cheapest_route(edges, src, dst, max_hops):
    names = sorted({src, dst, *(name for a, b, _ in edges for name in (a, b))})
    # A waiting step of fee 0 turns "at most" into "exactly" max_hops.
    step = {(a, b): 0 if a == b else math.inf for a in names for b in names}
    for a, b, fee in edges:
        step[a, b] = min(step[a, b], fee)
    total = {(a, b): 0 if a == b else math.inf for a in names for b in names}
    while max_hops:
        if max_hops % 2:
            total = _min_plus(names, total, step)
        step = _min_plus(names, step, step)
        max_hops //= 2
    return None if total[src, dst] == math.inf else total[src, dst]


def _min_plus(names, left, right):
    return {(a, b): min(left[a, m] + right[m, b] for m in names) for a in names for b in names}
