"""One np.minimum.at for each layer; int64 holds 100 fees of 10**15."""

import numpy as np

FAR = 4 * 10**18


def cheapest_route(edges: list[tuple[str, str, int]], src: str, dst: str, max_hops: int) -> int | None:
    if max_hops < 0:
        raise ValueError("max_hops must not be negative")

    number: dict[str, int] = {src: 0}
    number.setdefault(dst, len(number))
    for a, b, _ in edges:
        number.setdefault(a, len(number))
        number.setdefault(b, len(number))
    sources = np.array([number[a] for a, _, _ in edges], dtype=np.int64)
    targets = np.array([number[b] for _, b, _ in edges], dtype=np.int64)
    fees = np.array([fee for _, _, fee in edges], dtype=np.int64)

    best = np.full(len(number), FAR, dtype=np.int64)
    best[0] = 0
    for _ in range(max_hops):
        totals = best[sources]
        reached = totals < FAR
        following = best.copy()
        np.minimum.at(following, targets[reached], totals[reached] + fees[reached])
        best = following
    answer = int(best[number[dst]])
    return None if answer == FAR else answer
