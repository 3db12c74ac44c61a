import random

MAX_ITEMS = 200_000
MAX_LENGTH = 50
MAX_K = 1000

AWKWARD = ["", " ", "a", "A", "b", "Z", "ab", "a ", "9", "10", "é", "e\u0301", "ß", "ss", "\uff5e", "\U0001f600", "日本"]


def generate(rng: random.Random, size: int) -> tuple[list[str], int]:
    """A valid random input of `size` items.

    Small ones draw from few awkward strings and choose k so that some count is exactly at the bound. Big ones have a
    steady shape: a few frequent items among many rare ones, and k = 100.
    """
    if size <= 64:
        pool = rng.sample(AWKWARD, rng.randint(1, min(len(AWKWARD), max(size, 1))))
        weights = [rng.choice([1, 1, 2, 4]) for _ in pool]
        stream = rng.choices(pool, weights, k=size)
        near = size // max(stream.count(rng.choice(stream)), 1) if stream else 2
        return stream, max(2, rng.choice([2, 3, 4, near, near, near + 1, size, size + 1, 1000]))

    rare = max(size // 2, 1)
    stream = [f"hot-{int(rng.random() * 30)}" if rng.random() < 0.4 else f"item-{int(rng.random() * rare)}" for _ in range(size)]
    return stream, 100


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 2:
        raise ValueError("Two arguments are needed: stream and k.")
    stream, k = args
    if not isinstance(stream, list):
        raise ValueError("stream must be a list of strings.")
    if len(stream) > MAX_ITEMS:
        raise ValueError(f"stream may hold at most {MAX_ITEMS:,} items, this list has {len(stream):,}.")
    for position, item in enumerate(stream):
        if not isinstance(item, str):
            raise ValueError(f"stream[{position}] must be a string, not {type(item).__name__}.")
        if len(item) > MAX_LENGTH:
            raise ValueError(f"stream[{position}] has {len(item)} characters; at most {MAX_LENGTH} are allowed.")
        if any("\ud800" <= char <= "\udfff" for char in item):
            raise ValueError(f"stream[{position}] contains a lone surrogate, which is not allowed.")
    if not isinstance(k, int) or isinstance(k, bool):
        raise ValueError("k must be an int.")
    if k < 2:
        raise ValueError("k must be at least 2: the contract asks the solution to raise ValueError for less.")
    if k > MAX_K:
        raise ValueError(f"k must be at most {MAX_K:,}.")
