"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random

MAX_CELLS = 200_000
BOUND = 1e15


def generate(rng: random.Random, size: int) -> tuple:
    """`size` rows (at least one) of few features with repeated values; some are constant, copied, or a hair apart."""
    n = max(1, size)
    d = rng.choice([0, 1, 1, 2, 3]) if n <= 64 else 3
    hair = 0.3
    draws = [
        lambda: float(rng.randint(-2, 2)),
        lambda: float(rng.randint(0, 1)),
        lambda: rng.choice([hair, math.nextafter(hair, 1.0), math.nextafter(hair, 0.0)]),
        lambda: round(rng.uniform(-5.0, 5.0), rng.choice([1, 6])),
        lambda: 7.0,
    ]
    columns = []
    for j in range(d):
        draw = rng.choice(draws)
        columns.append(columns[0][:] if j and rng.random() < 0.2 else [draw() for _ in range(n)])
    X = [[column[i] for column in columns] for i in range(n)]
    kind = rng.choice(["random", "random", "random", "pure", "split"])
    if kind == "pure":
        y = [rng.randint(0, 1)] * n
    elif kind == "split" and d:
        cut = rng.choice(columns[-1])
        y = [int(x > cut) if rng.random() < 0.9 else 0 for x in columns[-1]]
    else:
        y = [rng.randint(0, 1) for _ in range(n)]
    return X, y


def validate(*args: object) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract and the limits."""
    if len(args) != 2:
        raise ValueError(f"Two arguments are needed (X and y); got {len(args)}.")
    X, y = args
    if not isinstance(X, (list, tuple)) or not isinstance(y, (list, tuple)):
        raise ValueError("X and y must be lists.")
    if len(X) == 0:
        raise ValueError("X is empty: the contract asks for ValueError, so there is no answer to compare.")
    if len(y) != len(X):
        raise ValueError(f"y needs one label per row of X: {len(X):,} rows, {len(y):,} labels.")
    for i, (row, label) in enumerate(zip(X, y)):
        if not isinstance(row, (list, tuple)):
            raise ValueError(f"X[{i}] must be a list of floats.")
        if len(row) != len(X[0]):
            raise ValueError(f"X[{i}] has {len(row)} numbers and X[0] has {len(X[0])}; they must agree.")
        for j, value in enumerate(row):
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= BOUND:
                raise ValueError(f"X[{i}][{j}] must be a number of at most 1e15 in absolute value.")
        if not isinstance(label, int) or label not in (0, 1):
            raise ValueError(f"y[{i}] must be 0 or 1.")
    if len(X) > MAX_CELLS or len(X) * len(X[0]) > MAX_CELLS:
        raise ValueError(f"At most {MAX_CELLS:,} rows and {MAX_CELLS:,} numbers in X are allowed.")
