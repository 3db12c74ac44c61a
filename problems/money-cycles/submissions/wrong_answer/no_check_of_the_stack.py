"""Tarjan that lowers the low-link for edges into groups that are already complete.
edge: cross-edge
"""


def money_cycles(transfers):
    out = {}
    for a, b in transfers:
        out.setdefault(a, []).append(b)
        out.setdefault(b, [])
    number, low, stack, groups = {}, {}, [], []
    for root in out:
        if root in number:
            continue
        number[root] = low[root] = len(number)
        stack.append(root)
        path = [(root, iter(out[root]))]
        while path:
            name, targets = path[-1]
            for target in targets:
                if target not in number:
                    number[target] = low[target] = len(number)
                    stack.append(target)
                    path.append((target, iter(out[target])))
                    break
                low[name] = min(low[name], number[target])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[name])
                if low[name] == number[name]:
                    at = stack.index(name)
                    group, stack = stack[at:], stack[:at]
                    if len(group) > 1 or name in out[name]:
                        groups.append(sorted(group))
    return sorted(groups)
