"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random

MAX_ITEMS = 200_000


def generate(rng: random.Random, size: int) -> tuple:
    """One list of `size` (score, label) pairs (at least two) with both classes, most often full of ties."""
    n = max(2, size)
    shape = rng.choice(["few", "few", "coarse", "distinct", "logits", "near", "constant", "presorted", "huge"])
    if shape == "few":
        levels = [rng.choice([0.0, 0.25, 0.5, 0.75, 1.0, -1.0]) for _ in range(rng.randint(1, 4))]
        scores = [rng.choice(levels) for _ in range(n)]
    elif shape == "coarse":
        scores = [round(rng.random(), 1) for _ in range(n)]
    elif shape == "distinct":
        scores = [rng.random() for _ in range(n)]
    elif shape == "logits":
        scores = [round(rng.uniform(-6.0, 6.0), rng.choice([0, 2, 12])) for _ in range(n)]
    elif shape == "near":
        base = rng.choice([0.3, 1.0, -2.5, 1e16, 0.0])
        above = math.nextafter(base, math.inf)
        scores = [rng.choice([base, above, math.nextafter(above, math.inf)]) for _ in range(n)]
    elif shape == "constant":
        scores = [rng.choice([0.5, 0.0, -3.0])] * n
    elif shape == "presorted":
        scores = sorted((round(rng.random(), 2) for _ in range(n)), reverse=rng.random() < 0.5)
    else:
        scores = [rng.choice([-1.7e308, -1.0, -0.0, 0.0, 5e-324, 1.7e308]) for _ in range(n)]
    share = rng.choice([0.1, 0.5, 0.5, 0.9])
    labels = [int(rng.random() < share) for _ in range(n)]
    one, other = rng.sample(range(n), 2)
    labels[one], labels[other] = 0, 1
    return (list(zip(scores, labels)),)


def validate(*args) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract."""
    if len(args) != 1:
        raise ValueError(f"auc takes one argument, the list of (score, label) tuples; got {len(args)}.")
    (predictions,) = args
    if not isinstance(predictions, (list, tuple)):
        raise ValueError("predictions must be a list of (score, label) tuples.")
    if len(predictions) > MAX_ITEMS:
        raise ValueError(f"At most {MAX_ITEMS:,} items are allowed; got {len(predictions):,}.")
    if len(predictions) == 0:
        raise ValueError("The list is empty: the contract asks for ValueError, so there is no answer to compare.")
    classes = set()
    for i, item in enumerate(predictions):
        if not isinstance(item, (list, tuple)) or len(item) != 2:
            raise ValueError(f"Item {i} must be a (score, label) tuple.")
        score, label = item
        if isinstance(score, bool) or not isinstance(score, (int, float)):
            raise ValueError(f"The score of item {i} must be a float.")
        if isinstance(score, int) and abs(score) > 2**53:
            raise ValueError(f"The score of item {i} is an int beyond 2**53: write it as a float.")
        if not math.isfinite(score):
            raise ValueError(f"The score of item {i} must be finite: the contract asks for ValueError on NaN and infinity.")
        if not isinstance(label, int) or label not in (0, 1):
            raise ValueError(f"The label of item {i} must be 0 or 1: the contract asks for ValueError on any other label.")
        classes.add(int(label))
    if len(classes) < 2:
        raise ValueError("Only one class is present: the contract asks for ValueError, so there is no answer to compare.")
