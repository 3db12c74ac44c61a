"""Takes all ready features at once, sorted, before it looks which others became ready.
edge: lexicographic-ties
"""


def feature_order(deps):
    names = set(deps).union(*deps.values())
    waiting = {name: len(set(deps.get(name, ()))) for name in names}
    needed_by = {name: [] for name in names}
    for feature, needs in deps.items():
        for need in set(needs):
            needed_by[need].append(feature)
    level = sorted(name for name in names if waiting[name] == 0)
    order = []
    while level:
        order.extend(level)
        following = []
        for feature in level:
            for dependent in needed_by[feature]:
                waiting[dependent] -= 1
                if waiting[dependent] == 0:
                    following.append(dependent)
        level = sorted(following)
    if len(order) < len(names):
        raise ValueError("cycle")
    return order
