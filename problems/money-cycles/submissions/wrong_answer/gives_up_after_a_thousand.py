"""Looks for the way back over at most a thousand accounts.
edge: deep-chain
"""


def money_cycles(transfers):
    out = {}
    for a, b in transfers:
        out.setdefault(a, set()).add(b)
        out.setdefault(b, set())

    def reached(start):
        found, level = set(), {start}
        for _ in range(1000):
            level = {target for name in level for target in out[name]} - found
            if not level:
                break
            found |= level
        return found

    reach = {name: reached(name) for name in out}
    groups = set()
    for name in out:
        if name in reach[name]:
            groups.add(tuple(sorted(other for other in reach[name] if name in reach[other])))
    return sorted(list(group) for group in groups)
