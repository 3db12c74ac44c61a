"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random

MAX_CELLS = 1_000_000
BOUND = 10_000.0


def generate(rng: random.Random, size: int) -> tuple:
    """A batch of `size` rows (at least one); many logits are equal, far apart or masked."""
    n = max(1, size)
    classes = rng.choice([1, 2, 2, 3, 5]) if n <= 64 else 10
    draw = rng.choice(
        [
            lambda: float(rng.randint(-2, 2)),
            lambda: rng.uniform(-5.0, 5.0),
            lambda: rng.choice([0.0, -40.0, 700.0, 710.0, -800.0]),
            lambda: rng.uniform(-BOUND, BOUND),
        ]
    )
    masked = rng.choice([0.0, 0.0, 0.3, 0.8])
    logits, labels = [], []
    for _ in range(n):
        offset = rng.choice([0.0, 0.0, draw()]) / 2
        row = [draw() / 2 + offset for _ in range(classes)]
        label = rng.randrange(classes)
        row = [-math.inf if j != label and rng.random() < masked else z for j, z in enumerate(row)]
        logits.append(row)
        labels.append(label)
    return logits, labels


def validate(*args: object) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract and the limits."""
    if len(args) != 2:
        raise ValueError(f"Two arguments are needed (logits and labels); got {len(args)}.")
    logits, labels = args
    if not isinstance(logits, (list, tuple)) or not isinstance(labels, (list, tuple)):
        raise ValueError("logits and labels must be lists.")
    if len(logits) == 0:
        raise ValueError("logits is empty: the contract asks for ValueError, so there is no answer to compare.")
    if len(labels) != len(logits):
        raise ValueError(f"Every row needs one label: {len(logits):,} rows, {len(labels):,} labels.")
    if not isinstance(logits[0], (list, tuple)):
        raise ValueError("logits[0] must be a list of floats.")
    classes = len(logits[0])
    if classes == 0:
        raise ValueError("The rows hold no logit, so there is no valid label.")
    if len(logits) * classes > MAX_CELLS:
        raise ValueError(f"At most {MAX_CELLS:,} logits are allowed.")
    for i, (row, label) in enumerate(zip(logits, labels)):
        if not isinstance(row, (list, tuple)) or len(row) != classes:
            raise ValueError(f"logits[{i}] must be a list of {classes} floats, like the first row.")
        if isinstance(label, bool) or not isinstance(label, int) or not 0 <= label < classes:
            raise ValueError(f"labels[{i}] must be an int from 0 to {classes - 1}.")
        for j, z in enumerate(row):
            if isinstance(z, bool) or not isinstance(z, (int, float)):
                raise ValueError(f"logits[{i}][{j}] must be a float.")
            if z != -math.inf and not -BOUND <= z <= BOUND:
                raise ValueError(f"logits[{i}][{j}] must be -inf or a number between {-BOUND:,.0f} and {BOUND:,.0f}.")
        if row[label] == -math.inf:
            raise ValueError(f"The class of labels[{i}] is masked: the contract asks for ValueError.")
