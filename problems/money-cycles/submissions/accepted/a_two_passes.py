"""Kosaraju: the order of finishing, then searches on the reversed transfers from the last finished. O(V + E)."""


def money_cycles(transfers: list[tuple[str, str]]) -> list[list[str]]:
    forward: dict[str, list[str]] = {}
    backward: dict[str, list[str]] = {}
    pays_itself: set[str] = set()
    for a, b in transfers:
        for name in (a, b):
            if name not in forward:
                forward[name] = []
                backward[name] = []
        forward[a].append(b)
        backward[b].append(a)
        if a == b:
            pays_itself.add(a)

    finished: list[str] = []
    seen: set[str] = set()
    for start in forward:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(forward[start]))]
        while path:
            account, targets = path[-1]
            for target in targets:
                if target not in seen:
                    seen.add(target)
                    path.append((target, iter(forward[target])))
                    break
            else:
                path.pop()
                finished.append(account)

    cycles: list[list[str]] = []
    assigned: set[str] = set()
    for start in reversed(finished):
        if start in assigned:
            continue
        assigned.add(start)
        group = [start]
        for account in group:
            for source in backward[account]:
                if source not in assigned:
                    assigned.add(source)
                    group.append(source)
        if len(group) >= 2 or start in pays_itself:
            cycles.append(sorted(group))
    cycles.sort()
    return cycles
