"""Top down: the cheapest way from an account to the goal with so many edges left, remembered for this call only."""

MISSING = float("inf")


def cheapest_route(edges: list[tuple[str, str, int]], src: str, dst: str, max_hops: int) -> int | None:
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")

    outgoing: dict[str, list[tuple[str, int]]] = {}
    for a, b, fee in edges:
        outgoing.setdefault(a, []).append((b, fee))
    memo: dict[tuple[str, int], float] = {}

    def cost(account: str, hops: int) -> float:
        if (account, hops) not in memo:
            best = 0 if account == dst else MISSING
            if hops > 0:
                for target, fee in outgoing.get(account, ()):
                    rest = cost(target, hops - 1)
                    if rest != MISSING and rest + fee < best:
                        best = rest + fee
            memo[account, hops] = best
        return memo[account, hops]

    answer = cost(src, max_hops)
    return None if answer == MISSING else answer
