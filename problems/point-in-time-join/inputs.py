import math
import random

MAX_LABELS = 100_000
MAX_FEATURES = 200_000
MAX_TIME = 2 * 10**18
MAX_AGE = 4 * 10**18
MAX_ENTITY = 50

ENTITIES = ["u", "v", "U", "", "u1", "é", "w"]


def generate(
    rng: random.Random, size: int
) -> tuple[list[tuple[str, int]], list[tuple[str, int, float | None]], int | None]:
    """A valid random input of `size` labels and up to twice as many rows; small ones have few times and entities."""
    if size <= 64:
        entities = rng.sample(ENTITIES, rng.randint(1, len(ENTITIES)))
        span = rng.choice([1, 3, 8, 30])
        start = rng.choice([0, 0, -5, 1_700_000_000_000_000_000])
        max_age = rng.choice([None, None, 0, 1, 2, 5, 50])
        count = rng.randint(0, 2 * size + 2)
    else:
        entities = [f"user-{i}" for i in range(max(size // 20, 1))]
        span = 4 * size
        start = 0
        max_age = 100
        count = 2 * size
    values = [None, 0.0, 0.5, 1.0, -2.0, 0.25, 3.0]
    labels = [(rng.choice(entities), start + int(rng.random() * span)) for _ in range(size)]
    known = entities if rng.random() < 0.6 else entities[: max(len(entities) // 2, 1)]
    features = [(rng.choice(known), start + int(rng.random() * span), rng.choice(values)) for _ in range(count)]
    return labels, features, max_age


def check_key(row: tuple, where: str) -> None:
    if not isinstance(row[0], str) or len(row[0]) > MAX_ENTITY:
        raise ValueError(f"The entity of {where} must be a string of at most {MAX_ENTITY} characters.")
    if not isinstance(row[1], int) or isinstance(row[1], bool) or abs(row[1]) > MAX_TIME:
        raise ValueError(f"The time of {where} must be an int of at most 2 * 10**18 in absolute value.")


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if not 2 <= len(args) <= 3:
        raise ValueError("Two or three arguments are needed: labels, features and optionally max_age.")
    labels, features = args[0], args[1]
    max_age = args[2] if len(args) > 2 else None
    if not isinstance(labels, list) or not isinstance(features, list):
        raise ValueError("labels and features must be lists.")
    if len(labels) > MAX_LABELS:
        raise ValueError(f"There may be at most {MAX_LABELS:,} labels, not {len(labels):,}.")
    if len(features) > MAX_FEATURES:
        raise ValueError(f"There may be at most {MAX_FEATURES:,} feature rows, not {len(features):,}.")
    for number, label in enumerate(labels):
        if not isinstance(label, (tuple, list)) or len(label) != 2:
            raise ValueError(f"labels[{number}] must be a pair (entity, ts).")
        check_key(label, f"labels[{number}]")
    for number, row in enumerate(features):
        if not isinstance(row, (tuple, list)) or len(row) != 3:
            raise ValueError(f"features[{number}] must be a triple (entity, ts, value).")
        check_key(row, f"features[{number}]")
        value = row[2]
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise ValueError(f"The value of features[{number}] must be a finite float or None.")
    if max_age is None:
        return
    if not isinstance(max_age, int) or isinstance(max_age, bool):
        raise ValueError("max_age must be an int or None.")
    if max_age < 0:
        raise ValueError("max_age must not be negative: the contract asks the solution to raise ValueError then.")
    if max_age > MAX_AGE:
        raise ValueError("max_age must be at most 4 * 10**18.")
