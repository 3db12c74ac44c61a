"""Returns every strongly connected component, single accounts without a cycle included.
edge: dag
"""


def money_cycles(transfers):
    out, back = {}, {}
    for a, b in transfers:
        out.setdefault(a, []).append(b)
        out.setdefault(b, [])
        back.setdefault(b, []).append(a)
        back.setdefault(a, [])
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
                for source in back[name]:
                    if source not in taken:
                        taken.add(source)
                        group.append(source)
            groups.append(sorted(group))
    return sorted(groups)
