"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random

MAX_SAMPLES = 200_000


def generate(rng: random.Random, size: int) -> tuple:
    """Labels and scores of `size` samples (at least one), most often full of ties; one class may be absent."""
    n = max(1, size)
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
    share = rng.choice([0.0, 0.1, 0.5, 0.5, 0.5, 0.9, 1.0])
    labels = [int(rng.random() < share) for _ in range(n)]
    return labels, scores


def validate(*args) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract."""
    if len(args) != 2:
        raise ValueError(f"Two arguments are needed, y_true and y_score; got {len(args)}.")
    y_true, y_score = args
    if not isinstance(y_true, (list, tuple)):
        raise ValueError("y_true must be a list of labels.")
    if not isinstance(y_score, (list, tuple)):
        raise ValueError("y_score must be a list of floats.")
    if len(y_true) != len(y_score):
        raise ValueError(
            f"y_true has {len(y_true):,} elements and y_score {len(y_score):,}: the contract asks for ValueError."
        )
    if len(y_true) == 0:
        raise ValueError("The lists are empty: the contract asks for ValueError, so there is no answer to compare.")
    if len(y_true) > MAX_SAMPLES:
        raise ValueError(f"At most {MAX_SAMPLES:,} samples are allowed; got {len(y_true):,}.")
    for i, (label, score) in enumerate(zip(y_true, y_score)):
        if not isinstance(label, int) or label not in (0, 1):
            raise ValueError(f"y_true[{i}] must be 0 or 1: the contract asks for ValueError on any other label.")
        if isinstance(score, bool) or not isinstance(score, (int, float)):
            raise ValueError(f"y_score[{i}] must be a float.")
        if isinstance(score, int) and abs(score) > 2**53:
            raise ValueError(f"y_score[{i}] is an int beyond 2**53: write it as a float.")
        if not math.isfinite(score):
            raise ValueError(f"y_score[{i}] must be finite: the contract asks for ValueError on NaN and infinity.")
