"""Gabow's path-based algorithm: a second stack holds the possible first accounts of open groups."""


def money_cycles(transfers: list[tuple[str, str]]) -> list[list[str]]:
    out: dict[str, set[str]] = {}
    for a, b in transfers:
        out.setdefault(a, set()).add(b)
        out.setdefault(b, set())

    order: dict[str, int] = {}
    done: set[str] = set()
    members: list[str] = []
    starts: list[str] = []
    result: list[tuple[str, ...]] = []
    for root in out:
        if root in order:
            continue
        work = [(root, iter(out[root]))]
        order[root] = len(order)
        members.append(root)
        starts.append(root)
        while work:
            account, targets = work[-1]
            target = next(targets, None)
            if target is None:
                work.pop()
                if starts[-1] == account:
                    starts.pop()
                    group = set()
                    while account not in group:
                        group.add(members.pop())
                    done |= group
                    if len(group) > 1 or account in out[account]:
                        result.append(tuple(sorted(group)))
            elif target not in order:
                order[target] = len(order)
                members.append(target)
                starts.append(target)
                work.append((target, iter(out[target])))
            elif target not in done:
                while order[starts[-1]] > order[target]:
                    starts.pop()
    return sorted(result)
