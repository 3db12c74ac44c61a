"""One bucket for each count, from the highest down; only buckets that are reached are sorted."""


def top_k_frequent(items: list[str], k: int) -> list[tuple[str, int]]:
    if k < 0:
        raise ValueError("k must not be negative")

    counts: dict[str, int] = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1

    buckets: dict[int, list[str]] = {}
    for item, count in counts.items():
        buckets.setdefault(count, []).append(item)

    result: list[tuple[str, int]] = []
    for count in sorted(buckets, reverse=True):
        room = k - len(result)
        if room == 0:
            break
        result.extend((item, count) for item in sorted(buckets[count])[:room])
    return result
