"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random

MAX_CELLS = 1_000_000
MAX_FEATURES = 1_000
BOUND = 10.0


def generate(rng: random.Random, size: int) -> tuple:
    """A batch of `size` rows (at least one) with few features, some of them constant, repeated or zero."""
    n = max(1, size)
    d = rng.choice([0, 1, 1, 2, 3, 5]) if n <= 64 else 5
    draw = rng.choice(
        [
            lambda: float(rng.randint(-3, 3)),
            lambda: rng.uniform(-10.0, 10.0),
            lambda: rng.choice([0.0, 1.0, -0.1]),
        ]
    )
    X = [[draw() for _ in range(d)] for _ in range(n)]
    if d >= 2 and rng.random() < 0.3:
        for row in X:
            row[1] = row[0]
    if d and rng.random() < 0.3:
        for row in X:
            row[-1] = 1.0
    w = [draw() for _ in range(d)]
    b = draw()
    if rng.random() < 0.2:
        y = [max(-BOUND, min(BOUND, sum(a * c for a, c in zip(row, w)) + b)) for row in X]
    else:
        y = [draw() for _ in range(n)]
    return X, y, w, b, rng.choice([0.0, 0.001, 0.1, 0.1, 1.0])


def check_number(value: object, what: str, low: float = -BOUND, high: float = BOUND) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{what} must be a float.")
    if not math.isfinite(value) or not low <= value <= high:
        raise ValueError(f"{what} must be a finite number between {low:g} and {high:g}.")


def validate(*args: object) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract and the limits."""
    if len(args) != 5:
        raise ValueError(f"Five arguments are needed (X, y, w, b, lr); got {len(args)}.")
    X, y, w, b, lr = args
    for name, value in (("X", X), ("y", y), ("w", w)):
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"{name} must be a list.")
    if len(X) == 0:
        raise ValueError("X is empty: the contract asks for ValueError, so there is no answer to compare.")
    if len(X) > MAX_CELLS or len(X) * len(w) > MAX_CELLS:
        raise ValueError(f"At most {MAX_CELLS:,} rows and {MAX_CELLS:,} numbers in X are allowed.")
    if len(w) > MAX_FEATURES:
        raise ValueError(f"At most {MAX_FEATURES:,} features are allowed; w has {len(w):,}.")
    if len(y) != len(X):
        raise ValueError(f"y needs one target per row of X: {len(X):,} rows, {len(y):,} targets.")
    for j, value in enumerate(w):
        check_number(value, f"w[{j}]")
    for i, (row, target) in enumerate(zip(X, y)):
        if not isinstance(row, (list, tuple)):
            raise ValueError(f"X[{i}] must be a list of floats.")
        if len(row) != len(w):
            raise ValueError(f"X[{i}] has {len(row)} numbers and w has {len(w)}; they must agree.")
        for j, value in enumerate(row):
            check_number(value, f"X[{i}][{j}]")
        check_number(target, f"y[{i}]")
    check_number(b, "b")
    check_number(lr, "lr", 0.0, 1.0)
