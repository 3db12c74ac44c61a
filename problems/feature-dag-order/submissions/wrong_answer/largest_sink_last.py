"""Works backwards and puts the largest feature that nobody needs last, which is another order.
edge: lexicographic-ties
"""


def feature_order(deps):
    import heapq

    names = sorted(set(deps).union(*deps.values()))
    rank = {name: position for position, name in enumerate(names)}
    users = dict.fromkeys(names, 0)
    for needs in deps.values():
        for need in set(needs):
            users[need] += 1
    heap = [-rank[name] for name in names if users[name] == 0]
    heapq.heapify(heap)
    order = []
    while heap:
        feature = names[-heapq.heappop(heap)]
        order.append(feature)
        for need in set(deps.get(feature, ())):
            users[need] -= 1
            if users[need] == 0:
                heapq.heappush(heap, -rank[need])
    if len(order) < len(names):
        raise ValueError("cycle")
    return order[::-1]
