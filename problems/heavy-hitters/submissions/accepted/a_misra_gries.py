"""Misra-Gries keeps at most k - 1 candidates; a second pass counts them exactly. O(n) time, O(k) memory."""


def heavy_hitters(stream: list[str], k: int) -> list[str]:
    if k < 2:
        raise ValueError("k must be at least 2")

    counters: dict[str, int] = {}
    for item in stream:
        if item in counters:
            counters[item] += 1
        elif len(counters) < k - 1:
            counters[item] = 1
        else:
            counters = {other: count - 1 for other, count in counters.items() if count > 1}

    exact = dict.fromkeys(counters, 0)
    for item in stream:
        if item in exact:
            exact[item] += 1
    return sorted(item for item, count in exact.items() if count * k > len(stream))
