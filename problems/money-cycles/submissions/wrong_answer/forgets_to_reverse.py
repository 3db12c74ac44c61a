"""Kosaraju with both searches along the transfers.
edge: bridge-between-sccs
"""


def money_cycles(transfers):
    out = {}
    for a, b in transfers:
        out.setdefault(a, []).append(b)
        out.setdefault(b, [])
    order, seen = [], set()
    for start in out:
        stack = [(start, False)]
        while stack:
            name, finished = stack.pop()
            if finished:
                order.append(name)
            elif name not in seen:
                seen.add(name)
                stack.append((name, True))
                stack.extend((target, False) for target in out[name] if target not in seen)
    groups, taken = [], set()
    for start in reversed(order):
        if start not in taken:
            taken.add(start)
            group = [start]
            for name in group:
                for target in out[name]:
                    if target not in taken:
                        taken.add(target)
                        group.append(target)
            if len(group) > 1 or start in out[start]:
                groups.append(sorted(group))
    return sorted(groups)
