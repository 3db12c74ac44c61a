"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random

MAX_DOCUMENTS = 100_000
MAX_RELEVANCE = 100
MIN_RELEVANCE = 1e-6
MAX_K = 10**9


def generate(rng: random.Random, size: int) -> tuple:
    """Relevance, scores and k for `size` documents (at least two), most often full of ties."""
    n = max(2, size)
    grades = rng.choice([[0, 1], [0, 1, 2, 3], [0.0, 0.5, 2.5], [0.0], [1.0], [0, 0, 0, 0, 100], [0.0, 1e-6, 7.25]])
    relevance = [rng.choice(grades) for _ in range(n)]
    shape = rng.choice(["few", "few", "coarse", "distinct", "logits", "near", "constant", "perfect"])
    if shape == "few":
        levels = [rng.choice([0.0, -0.0, 0.25, 0.5, 1.0, -1.0]) for _ in range(rng.randint(1, 4))]
        scores = [rng.choice(levels) for _ in range(n)]
    elif shape == "coarse":
        scores = [round(rng.random(), 1) for _ in range(n)]
    elif shape == "distinct":
        scores = [rng.random() for _ in range(n)]
    elif shape == "logits":
        scores = [round(rng.uniform(-6.0, 6.0), rng.choice([0, 2, 12])) for _ in range(n)]
    elif shape == "near":
        base = rng.choice([0.3, 1.0, -2.5, 1e16])
        above = math.nextafter(base, math.inf)
        scores = [rng.choice([base, above, math.nextafter(above, math.inf)]) for _ in range(n)]
    elif shape == "constant":
        scores = [rng.choice([0.5, 0.0, -3.0])] * n
    else:
        scores = [float(grade) for grade in relevance]
    k = rng.choice([None, 1, 2, rng.randint(1, n), rng.randint(1, n), n, n + 1, n + 1000])
    return relevance, scores, k


def validate(*args) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract."""
    if len(args) not in (2, 3):
        raise ValueError(f"Two or three arguments are needed: relevance, scores and k; got {len(args)}.")
    relevance, scores = args[:2]
    k = args[2] if len(args) == 3 else None
    if not isinstance(relevance, (list, tuple)):
        raise ValueError("relevance must be a list of numbers.")
    if not isinstance(scores, (list, tuple)):
        raise ValueError("scores must be a list of floats.")
    if len(relevance) != len(scores):
        raise ValueError(
            f"relevance has {len(relevance):,} elements and scores {len(scores):,}: the contract asks for ValueError."
        )
    if len(relevance) < 2:
        raise ValueError("Fewer than two documents: the contract asks for ValueError.")
    if len(relevance) > MAX_DOCUMENTS:
        raise ValueError(f"At most {MAX_DOCUMENTS:,} documents are allowed; got {len(relevance):,}.")
    for name, values in (("relevance", relevance), ("scores", scores)):
        for i, value in enumerate(values):
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise ValueError(f"{name}[{i}] must be a number.")
            if isinstance(value, int) and abs(value) > 2**53:
                raise ValueError(f"{name}[{i}] is an int beyond 2**53: write it as a float.")
            if not math.isfinite(value):
                raise ValueError(f"{name}[{i}] must be finite: the contract asks for ValueError on NaN and infinity.")
    for i, value in enumerate(relevance):
        if value < 0:
            raise ValueError(f"relevance[{i}] is negative: the contract asks for ValueError.")
        if value > MAX_RELEVANCE:
            raise ValueError(f"relevance[{i}] must be at most {MAX_RELEVANCE}.")
        if 0 < value < MIN_RELEVANCE:
            raise ValueError(f"relevance[{i}] must be 0 or at least {MIN_RELEVANCE}.")
    if k is not None:
        if not isinstance(k, int) or isinstance(k, bool):
            raise ValueError("k must be an int or None.")
        if k < 1:
            raise ValueError("k must be at least 1: the contract asks for ValueError below that.")
        if k > MAX_K:
            raise ValueError(f"k must be at most {MAX_K:,}.")
