"""Each account knows its group, and of two groups that meet the smaller one is poured into the larger: O(E + V log V)."""


def fraud_rings(accounts: list[str], links: list[tuple[str, str]], min_size: int = 2) -> list[list[str]]:
    if min_size < 1:
        raise ValueError("min_size must be at least 1")

    group_of: dict[str, list[str]] = {}
    for name in (*accounts, *(name for link in links for name in link)):
        if name not in group_of:
            group_of[name] = [name]

    for a, b in links:
        larger, smaller = group_of[a], group_of[b]
        if larger is smaller:
            continue
        if len(larger) < len(smaller):
            larger, smaller = smaller, larger
        larger.extend(smaller)
        for name in smaller:
            group_of[name] = larger

    groups = {id(group): group for group in group_of.values()}.values()
    rings = sorted(sorted(group) for group in groups if len(group) >= min_size)
    rings.sort(key=len, reverse=True)
    return rings
