"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random

MAX_CELLS = 1_000_000
MAX_FEATURES = 1_000
MAX_LOGIT = 1_000_000.0
BOUND = 1_000.0


def generate(rng: random.Random, size: int) -> tuple:
    """A batch of `size` rows (at least one) with few features; some batches have extreme logits or one class only."""
    n = max(1, size)
    d = rng.choice([0, 1, 1, 2, 3]) if n <= 64 else 5
    draw = rng.choice(
        [
            lambda: float(rng.randint(-2, 2)),
            lambda: rng.uniform(-3.0, 3.0),
            lambda: rng.choice([0.0, 1.0, -40.0, 100.0]),
            lambda: rng.uniform(-BOUND / 2, BOUND / 2),
        ]
    )
    X = [[draw() for _ in range(d)] for _ in range(n)]
    w = [draw() if rng.random() < 0.8 else 0.0 for _ in range(d)]
    b = rng.choice([0.0, draw(), 50.0, -800.0])
    share = rng.choice([0.0, 0.2, 0.5, 0.5, 0.8, 1.0])
    y = [int(rng.random() < share) for _ in range(n)]
    return X, y, w, b, rng.choice([0.0, 0.0, 0.1, 1.0, 25.0])


def check_number(value: object, what: str, low: float, high: float) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{what} must be a float.")
    if not math.isfinite(value) or not low <= value <= high:
        raise ValueError(f"{what} must be a finite number between {low:g} and {high:g}.")


def validate(*args: object) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract and the limits."""
    if len(args) not in (4, 5):
        raise ValueError(f"Four or five arguments are needed (X, y, w, b and perhaps l2); got {len(args)}.")
    X, y, w, b = args[:4]
    l2 = args[4] if len(args) == 5 else 0.0
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
        raise ValueError(f"y needs one label per row of X: {len(X):,} rows, {len(y):,} labels.")
    check_number(b, "b", -MAX_LOGIT, MAX_LOGIT)
    check_number(l2, "l2", 0.0, BOUND)
    for j, value in enumerate(w):
        check_number(value, f"w[{j}]", -BOUND, BOUND)
    for i, (row, label) in enumerate(zip(X, y)):
        if not isinstance(row, (list, tuple)):
            raise ValueError(f"X[{i}] must be a list of floats.")
        if len(row) != len(w):
            raise ValueError(f"X[{i}] has {len(row)} numbers and w has {len(w)}; they must agree.")
        for j, value in enumerate(row):
            check_number(value, f"X[{i}][{j}]", -BOUND, BOUND)
        if not isinstance(label, int) or label not in (0, 1):
            raise ValueError(f"y[{i}] must be 0 or 1.")
        if abs(sum(x * v for x, v in zip(row, w)) + b) > MAX_LOGIT:
            raise ValueError(f"The logit of row {i} is beyond {MAX_LOGIT:,.0f} in absolute value.")
