"""Random inputs for stress and timing, and the check of a user's own input."""

import random

MAX_SAMPLES = 200_000
MAX_LABELS = 10_000
MAX_LENGTH = 50

AWKWARD = ["", " ", "a", "A", "b", "ab", "a ", "0", "1", "None", "é", "e\u0301", "ß", "ss", "ﬁ", "fi", "\U0001f600", "日本"]


def generate(rng: random.Random, size: int) -> tuple[list[str], list[str]]:
    """True and predicted labels of `size` samples (at least one); small ones use few awkward labels."""
    n = max(1, size)
    if n <= 64:
        pool = rng.sample(AWKWARD, rng.randint(1, 6))
    else:
        pool = [f"class {i}" for i in range(min(MAX_LABELS, max(2, n // 20)))]
    true_pool = rng.sample(pool, rng.randint(1, len(pool))) if n <= 64 else pool
    y_true = [true_pool[int(len(true_pool) * rng.random() ** 2)] for _ in range(n)]
    accuracy = rng.choice([0.0, 0.3, 0.6, 0.9, 1.0])
    y_pred = [label if rng.random() < accuracy else rng.choice(pool) for label in y_true]
    return y_true, y_pred


def validate(*args) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract."""
    if len(args) != 2:
        raise ValueError(f"Two arguments are needed, y_true and y_pred; got {len(args)}.")
    for name, labels in zip(("y_true", "y_pred"), args):
        if not isinstance(labels, (list, tuple)):
            raise ValueError(f"{name} must be a list of strings.")
        if len(labels) > MAX_SAMPLES:
            raise ValueError(f"{name} may hold at most {MAX_SAMPLES:,} labels; got {len(labels):,}.")
        for i, label in enumerate(labels):
            if not isinstance(label, str):
                raise ValueError(f"{name}[{i}] must be a string, not {type(label).__name__}.")
            if len(label) > MAX_LENGTH:
                raise ValueError(f"{name}[{i}] has {len(label)} characters; at most {MAX_LENGTH} are allowed.")
            if any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in label):
                raise ValueError(f"{name}[{i}] contains U+0000 or a lone surrogate, which is not allowed.")
    y_true, y_pred = args
    if len(y_true) != len(y_pred):
        raise ValueError(
            f"y_true has {len(y_true):,} labels and y_pred {len(y_pred):,}: the contract asks for ValueError."
        )
    if not y_true:
        raise ValueError("The lists are empty: the contract asks for ValueError, so there is no answer to compare.")
    if len(set(y_true) | set(y_pred)) > MAX_LABELS:
        raise ValueError(f"At most {MAX_LABELS:,} different labels are allowed.")
