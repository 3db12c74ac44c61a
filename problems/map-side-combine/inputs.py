import random

MAX_ROWS = 300_000
MAX_PARTITIONS = 100_000
MAX_REDUCERS = 1_000
MAX_VALUE = 10**18
MAX_KEY = 50

KEYS = ["", "a", "b", "A", "a ", "ab", "é", "e\u0301", "日本", "😀", "key"]


def generate(rng: random.Random, size: int) -> tuple[list[list[tuple[str, int | None]]], int]:
    """A valid random input of `size` rows: few keys in small ones, many missing values, empty partitions."""
    if size <= 64:
        keys = rng.sample(KEYS, rng.randint(1, len(KEYS)))
        reducers = rng.choice([1, 2, 3, 5, 8])
        parts = rng.choice([1, 2, 3, 5]) if size else rng.choice([0, 1, 3])
    else:
        keys = [f"key-{i}" for i in range(max(size // 3, 1))]
        reducers = 50
        parts = 20

    values = rng.choice([[None, 0, 1], [0, 1, -1], [None], [3, 5, 8, None], [10**18, -(10**18), 1, None], [1, 2, 4]])
    empty = {part for part in range(1, parts) if rng.random() < 0.2}
    open_parts = [part for part in range(parts) if part not in empty]
    partitions: list[list[tuple[str, int | None]]] = [[] for _ in range(parts)]
    for _ in range(size):
        partitions[rng.choice(open_parts)].append((rng.choice(keys), rng.choice(values)))
    return partitions, reducers


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 2:
        raise ValueError("Two arguments are needed: partitions and num_reducers.")
    partitions, num_reducers = args
    if not isinstance(partitions, list):
        raise ValueError("partitions must be a list of lists of (key, value) pairs.")
    if len(partitions) > MAX_PARTITIONS:
        raise ValueError(f"There may be at most {MAX_PARTITIONS:,} partitions, not {len(partitions):,}.")
    total = 0
    for number, rows in enumerate(partitions):
        if not isinstance(rows, list):
            raise ValueError(f"partitions[{number}] must be a list of (key, value) pairs.")
        total += len(rows)
        if total > MAX_ROWS:
            raise ValueError(f"There may be at most {MAX_ROWS:,} rows altogether.")
        for place, row in enumerate(rows):
            where = f"partitions[{number}][{place}]"
            if not isinstance(row, (tuple, list)) or len(row) != 2:
                raise ValueError(f"{where} must be a pair (key, value).")
            key, value = row
            if not isinstance(key, str):
                raise ValueError(f"The key of {where} must be a string.")
            if len(key) > MAX_KEY:
                raise ValueError(f"The key of {where} has {len(key)} characters; at most {MAX_KEY} are allowed.")
            if any("\ud800" <= char <= "\udfff" for char in key):
                raise ValueError(f"The key of {where} contains a lone surrogate, which is not allowed.")
            if value is None:
                continue
            if not isinstance(value, int) or isinstance(value, bool):
                raise ValueError(f"The value of {where} must be an int or None.")
            if abs(value) > MAX_VALUE:
                raise ValueError(f"The value of {where} is larger than 10**18 in absolute value.")
    if not isinstance(num_reducers, int) or isinstance(num_reducers, bool):
        raise ValueError("num_reducers must be an int.")
    if num_reducers < 1:
        raise ValueError("num_reducers must be at least 1: the contract asks the solution to raise ValueError otherwise.")
    if num_reducers > MAX_REDUCERS:
        raise ValueError(f"num_reducers must be at most {MAX_REDUCERS:,}.")
