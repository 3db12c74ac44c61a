"""Reports the path of each back edge as a group of its own, so cycles that share accounts are not merged.
edge: nested-cycles
"""


def money_cycles(transfers):
    out = {}
    for a, b in transfers:
        out.setdefault(a, []).append(b)
        out.setdefault(b, [])
    found, done = set(), set()
    for root in out:
        if root in done:
            continue
        path, place = [root], {root: 0}
        work = [iter(out[root])]
        while work:
            for target in work[-1]:
                if target in place:
                    found.add(tuple(sorted(path[place[target]:])))
                elif target not in done:
                    place[target] = len(path)
                    path.append(target)
                    work.append(iter(out[target]))
                    break
            else:
                work.pop()
                name = path.pop()
                del place[name]
                done.add(name)
    return sorted(list(group) for group in found)
