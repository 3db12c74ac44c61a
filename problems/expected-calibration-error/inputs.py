"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random

MAX_SAMPLES = 100_000
MAX_BINS = 5_000


def generate(rng: random.Random, size: int) -> tuple:
    """Labels, probabilities and n_bins for `size` samples (at least one), many of them on or next to a bin edge."""
    n = max(1, size)
    n_bins = rng.choice([1, 2, 3, 5, 7, 10, 10, 15, 25, 49, 100, 1000])
    shape = rng.choice(["uniform", "uniform", "edges", "edges", "extreme", "constant", "low", "coarse"])

    def edge() -> float:
        value = rng.randint(0, n_bins) / n_bins
        return min(1.0, max(0.0, rng.choice([value, math.nextafter(value, 2.0), math.nextafter(value, -1.0)])))

    if shape == "uniform":
        probs = [rng.random() for _ in range(n)]
    elif shape == "edges":
        probs = [edge() for _ in range(n)]
    elif shape == "extreme":
        probs = [rng.choice([0.0, -0.0, 1.0, 5e-324, 0.5, 1 - 2**-53]) for _ in range(n)]
    elif shape == "constant":
        probs = [rng.choice([0.0, 0.3, 0.5, 1.0])] * n
    elif shape == "low":
        probs = [rng.random() ** 6 for _ in range(n)]
    else:
        probs = [round(rng.random(), 1) for _ in range(n)]
    bias = rng.choice([-0.4, 0.0, 0.0, 0.4])
    labels = [int(rng.random() < p + bias) for p in probs]
    return labels, probs, n_bins


def validate(*args) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract."""
    if len(args) not in (2, 3):
        raise ValueError(f"Two or three arguments are needed: y_true, y_prob and n_bins; got {len(args)}.")
    y_true, y_prob = args[:2]
    n_bins = args[2] if len(args) == 3 else 10
    if not isinstance(y_true, (list, tuple)):
        raise ValueError("y_true must be a list of labels.")
    if not isinstance(y_prob, (list, tuple)):
        raise ValueError("y_prob must be a list of floats.")
    if len(y_true) != len(y_prob):
        raise ValueError(
            f"y_true has {len(y_true):,} elements and y_prob {len(y_prob):,}: the contract asks for ValueError."
        )
    if len(y_true) == 0:
        raise ValueError("The lists are empty: the contract asks for ValueError, so there is no answer to compare.")
    if len(y_true) > MAX_SAMPLES:
        raise ValueError(f"At most {MAX_SAMPLES:,} samples are allowed; got {len(y_true):,}.")
    for i, (label, prob) in enumerate(zip(y_true, y_prob)):
        if not isinstance(label, int) or label not in (0, 1):
            raise ValueError(f"y_true[{i}] must be 0 or 1: the contract asks for ValueError on any other label.")
        if isinstance(prob, bool) or not isinstance(prob, (int, float)):
            raise ValueError(f"y_prob[{i}] must be a float.")
        if not 0 <= prob <= 1:
            raise ValueError(f"y_prob[{i}] must lie in [0, 1]: the contract asks for ValueError otherwise.")
    if not isinstance(n_bins, int) or isinstance(n_bins, bool):
        raise ValueError("n_bins must be an int.")
    if n_bins < 1:
        raise ValueError("n_bins must be at least 1: the contract asks for ValueError below that.")
    if n_bins > MAX_BINS:
        raise ValueError(f"n_bins must be at most {MAX_BINS:,}.")
