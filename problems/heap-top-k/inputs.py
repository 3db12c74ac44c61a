import random

MAX_ITEMS = 200_000
MAX_LENGTH = 50
MAX_K = 1_000_000

# Short strings that expose a wrong order: prefixes, letter case, blanks, digits, characters beyond ASCII.
AWKWARD = [
    "", " ", "a", "A", "b", "B", "Z", "ab", "aB", "abc", "a\x00", "a ", "ba", "aa", "9", "10", "100",
    "é", "e\u0301", "z", "zz", "ß", "ss", "ﬁ", "fi", "\uff5e", "\U0001f600", "日本", "日",
]


def generate(rng: random.Random, size: int) -> tuple[list[str], int]:
    """A valid random input of `size` items.

    Small ones draw from few awkward strings, so that most counts are tied. Big ones have a steady shape (about a
    third as many distinct items as items, k near half of those), so that time against size can be read as growth.
    """
    if size <= 64:
        pool = rng.sample(AWKWARD, rng.randint(1, len(AWKWARD)))
        items = [rng.choice(pool) for _ in range(size)]
        distinct = len(set(items))
        k = rng.choice([0, 1, 2, distinct // 2, max(distinct - 1, 0), distinct, distinct + 1, size, size + 5])
        return items, k

    names = max(size // 3, 1)
    prefix = rng.choice(["", "item-", "é", "x" * 40])
    items = [prefix + str(int(rng.random() * names)) for _ in range(size)]
    return items, names // 2


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 2:
        raise ValueError("Two arguments are needed: items and k.")
    items, k = args
    if not isinstance(items, list):
        raise ValueError("items must be a list of strings.")
    if len(items) > MAX_ITEMS:
        raise ValueError(f"items may hold at most {MAX_ITEMS:,} strings, this list has {len(items):,}.")
    for position, item in enumerate(items):
        if not isinstance(item, str):
            raise ValueError(f"items[{position}] must be a string, not {type(item).__name__}.")
        if len(item) > MAX_LENGTH:
            raise ValueError(f"items[{position}] has {len(item)} characters; at most {MAX_LENGTH} are allowed.")
        if any("\ud800" <= char <= "\udfff" for char in item):
            raise ValueError(f"items[{position}] contains a lone surrogate, which is not allowed.")
    if not isinstance(k, int) or isinstance(k, bool):
        raise ValueError("k must be an int.")
    if k < 0:
        raise ValueError("k must not be negative: the contract asks the solution to raise ValueError for k < 0.")
    if k > MAX_K:
        raise ValueError(f"k must be at most {MAX_K:,}.")
