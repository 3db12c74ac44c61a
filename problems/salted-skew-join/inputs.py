import random

MAX_LEFT = 200_000
MAX_RIGHT = 20_000
MAX_COPIES = 400_000
MAX_JOINED = 500_000
MAX_SALTS = 100
MAX_PARTITIONS = 1_000
MAX_KEY = 50
MAX_VALUE = 10**9

KEYS = ["h", "c", "z", "", "h#0", "h#1", "H", "é", "日本", "k1", "k2"]


def generate(
    rng: random.Random, size: int
) -> tuple[list[tuple[str, int]], list[tuple[str, int]], int, int, set[str]]:
    """A valid random input with `size` left rows; small ones have few keys, duplicates and several hot keys."""
    if size <= 64:
        keys = rng.sample(KEYS, rng.randint(1, len(KEYS)))
        left = [(rng.choice(keys), rng.randrange(4)) for _ in range(size)]
        right = [(rng.choice(keys + ["w"]), rng.randrange(4)) for _ in range(rng.randint(0, size + 2))]
        hot = {key for key in KEYS if rng.random() < 0.4}
        return left, right, rng.choice([1, 2, 3, 5, 20]), rng.choice([1, 2, 3, 7, 16]), hot
    names = max(size // 10, 1)
    left = [("hot" if rng.random() < 0.5 else f"k{int(rng.random() * names)}", row) for row in range(size)]
    right = [(f"k{row}", row) for row in range(min(names, 10_000))] + [("hot", -1)]
    return left, right, 8, 32, {"hot"}


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 5:
        raise ValueError("Five arguments are needed: left, right, salts, num_partitions and hot_keys.")
    left, right, salts, num_partitions, hot_keys = args
    for name, rows, most in (("left", left, MAX_LEFT), ("right", right, MAX_RIGHT)):
        if not isinstance(rows, list):
            raise ValueError(f"{name} must be a list of pairs (key, value).")
        if len(rows) > most:
            raise ValueError(f"{name} may hold at most {most:,} rows, not {len(rows):,}.")
        for number, row in enumerate(rows):
            if not isinstance(row, (tuple, list)) or len(row) != 2:
                raise ValueError(f"{name}[{number}] must be a pair (key, value).")
            key, value = row
            if not isinstance(key, str) or len(key) > MAX_KEY:
                raise ValueError(f"The key of {name}[{number}] must be a string of at most {MAX_KEY} characters.")
            if any("\ud800" <= char <= "\udfff" for char in key):
                raise ValueError(f"The key of {name}[{number}] contains a lone surrogate, which is not allowed.")
            if not isinstance(value, int) or isinstance(value, bool) or abs(value) > MAX_VALUE:
                raise ValueError(f"The value of {name}[{number}] must be an int of at most 10**9 in absolute value.")
    for name, number, most in (("salts", salts, MAX_SALTS), ("num_partitions", num_partitions, MAX_PARTITIONS)):
        if not isinstance(number, int) or isinstance(number, bool):
            raise ValueError(f"{name} must be an int.")
        if number < 1:
            raise ValueError(f"{name} must be at least 1: the contract asks the solution to raise ValueError otherwise.")
        if number > most:
            raise ValueError(f"{name} must be at most {most:,}.")
    if not isinstance(hot_keys, set) or not all(isinstance(key, str) for key in hot_keys):
        raise ValueError("hot_keys must be a set of strings (write set() for an empty one).")
    partners: dict[str, int] = {}
    for key, _ in right:
        partners[key] = partners.get(key, 0) + 1
    if sum(count * (salts if key in hot_keys else 1) for key, count in partners.items()) > MAX_COPIES:
        raise ValueError(f"The right side may have at most {MAX_COPIES:,} rows after copying.")
    if sum(partners.get(key, 0) for key, _ in left) > MAX_JOINED:
        raise ValueError(f"The join may have at most {MAX_JOINED:,} rows.")
