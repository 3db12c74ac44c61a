"""Union by size with path halving: the links are needed only once, one after the other."""


class Forest:
    def __init__(self) -> None:
        self.parent: dict[str, str] = {}
        self.size: dict[str, int] = {}

    def add(self, name: str) -> None:
        if name not in self.parent:
            self.parent[name] = name
            self.size[name] = 1

    def find(self, name: str) -> str:
        parent = self.parent
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    def union(self, a: str, b: str) -> None:
        a, b = self.find(a), self.find(b)
        if a == b:
            return
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size[b]


def fraud_rings(accounts: list[str], links: list[tuple[str, str]], min_size: int = 2) -> list[list[str]]:
    if min_size < 1:
        raise ValueError("min_size must be at least 1")

    forest = Forest()
    for account in accounts:
        forest.add(account)
    for a, b in links:
        forest.add(a)
        forest.add(b)
        forest.union(a, b)

    members: dict[str, list[str]] = {}
    for name in sorted(forest.parent):
        members.setdefault(forest.find(name), []).append(name)
    return sorted((ring for ring in members.values() if len(ring) >= min_size), key=lambda ring: (-len(ring), ring))
