"""Searches forwards and backwards from each account that has no group yet, over everything: O(V * E).
edge: large
"""


def money_cycles(transfers):
    out, back = {}, {}
    for a, b in transfers:
        out.setdefault(a, []).append(b)
        out.setdefault(b, [])
        back.setdefault(b, []).append(a)
        back.setdefault(a, [])

    def reached(start, edges):
        found = set(edges[start])
        queue = list(found)
        for name in queue:
            for other in edges[name]:
                if other not in found:
                    found.add(other)
                    queue.append(other)
        return found

    groups, taken = [], set()
    for name in out:
        if name not in taken:
            group = reached(name, out) & reached(name, back)
            if group:
                taken |= group
                groups.append(sorted(group))
    return sorted(groups)
