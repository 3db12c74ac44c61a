import random

MAX_EDGES = 10_000
MAX_HOPS = 100
MAX_FEE = 10**15
MAX_LENGTH = 30


def generate(rng: random.Random, size: int) -> tuple[list[tuple[str, str, int]], str, str, int]:
    """A valid random input with `size` edges.

    Small ones have few accounts, parallel edges, self-loops, closed walks of either sign and often no route. Big ones
    have a steady shape: a fifth as many accounts as edges, and 50 hops.
    """
    if size <= 64:
        names = rng.sample(["a", "b", "c", "d", "A", "é", "ab", "b "], rng.randint(1, 6))
        fees = rng.choice([[0, 1], [1, 2, 5], [-1, 0, 1], [-3, -1, 2, 4], [-(10**15), 10**15 - 1, 1]])
        edges = [(rng.choice(names), rng.choice(names), rng.choice(fees)) for _ in range(size)]
        ends = [*names, *names, "nowhere"]
        return edges, rng.choice(ends), rng.choice(ends), rng.choice([0, 1, 1, 2, 2, 3, 4, 7])

    count = max(size // 5, 2)
    edges = [(f"n{int(rng.random() * count)}", f"n{int(rng.random() * count)}", rng.randint(-3, 100)) for _ in range(size)]
    return edges, "n0", "n1", 50


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 4:
        raise ValueError("Four arguments are needed: edges, src, dst and max_hops.")
    edges, src, dst, max_hops = args
    if not isinstance(edges, list):
        raise ValueError("edges must be a list of (from, to, fee).")
    if len(edges) > MAX_EDGES:
        raise ValueError(f"edges may hold at most {MAX_EDGES:,} edges, this list has {len(edges):,}.")
    for position, edge in enumerate(edges):
        if not isinstance(edge, (tuple, list)) or len(edge) != 3:
            raise ValueError(f"edges[{position}] must be (from, to, fee).")
        check_name(edge[0], f"edges[{position}][0]")
        check_name(edge[1], f"edges[{position}][1]")
        if not isinstance(edge[2], int) or isinstance(edge[2], bool):
            raise ValueError(f"edges[{position}][2] must be an int.")
        if abs(edge[2]) > MAX_FEE:
            raise ValueError(f"edges[{position}][2] must lie between -10**15 and 10**15.")
    check_name(src, "src")
    check_name(dst, "dst")
    if not isinstance(max_hops, int) or isinstance(max_hops, bool):
        raise ValueError("max_hops must be an int.")
    if max_hops < 0:
        raise ValueError("max_hops must not be negative: the contract asks the solution to raise ValueError.")
    if max_hops > MAX_HOPS:
        raise ValueError(f"max_hops must be at most {MAX_HOPS}.")


def check_name(name: object, where: str) -> None:
    if not isinstance(name, str):
        raise ValueError(f"{where} must be a string, not {type(name).__name__}.")
    if not 1 <= len(name) <= MAX_LENGTH:
        raise ValueError(f"{where} has {len(name)} characters; 1 to {MAX_LENGTH} are allowed.")
    if any("\ud800" <= char <= "\udfff" for char in name):
        raise ValueError(f"{where} contains a lone surrogate, which is not allowed.")
