"""Tarjan with an explicit stack, on numbers instead of names."""


def money_cycles(transfers: list[tuple[str, str]]) -> list[list[str]]:
    names = sorted({name for transfer in transfers for name in transfer})
    index = {name: position for position, name in enumerate(names)}
    out: list[list[int]] = [[] for _ in names]
    loops = [False] * len(names)
    for a, b in transfers:
        out[index[a]].append(index[b])
        loops[index[a]] |= a == b

    number = [0] * len(names)  # 0: not discovered
    low = [0] * len(names)
    on_stack = [False] * len(names)
    following = [0] * len(names)
    stack: list[int] = []
    groups: list[list[int]] = []
    clock = 0
    for root in range(len(names)):
        if number[root]:
            continue
        path = [root]
        while path:
            v = path[-1]
            if not number[v]:
                clock += 1
                number[v] = low[v] = clock
                stack.append(v)
                on_stack[v] = True
            if following[v] < len(out[v]):
                w = out[v][following[v]]
                following[v] += 1
                if not number[w]:
                    path.append(w)
                elif on_stack[w]:
                    low[v] = min(low[v], number[w])
                continue
            path.pop()
            if path:
                low[path[-1]] = min(low[path[-1]], low[v])
            if low[v] == number[v]:
                group = []
                while True:
                    w = stack.pop()
                    on_stack[w] = False
                    group.append(w)
                    if w == v:
                        break
                if len(group) > 1 or loops[v]:
                    groups.append(sorted(group))
    return [[names[v] for v in group] for group in sorted(groups)]
