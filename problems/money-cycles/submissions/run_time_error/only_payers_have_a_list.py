"""Looks up the outgoing transfers of accounts that only receive: KeyError.
edge: dag
"""


def money_cycles(transfers):
    out = {}
    for a, b in transfers:
        out.setdefault(a, []).append(b)
    number, low, stack, on_stack, groups = {}, {}, [], set(), []

    def visit(name):
        number[name] = low[name] = len(number)
        stack.append(name)
        on_stack.add(name)
        for target in out[name]:
            if target not in number:
                visit(target)
                low[name] = min(low[name], low[target])
            elif target in on_stack:
                low[name] = min(low[name], number[target])
        if low[name] == number[name]:
            group = []
            while not group or group[-1] != name:
                group.append(stack.pop())
                on_stack.discard(group[-1])
            if len(group) > 1 or name in out[name]:
                groups.append(sorted(group))

    for name in list(out):
        if name not in number:
            visit(name)
    return sorted(groups)
