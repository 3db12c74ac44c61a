"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random

MAX_VALUES = 200_000
MAX_BINS = 1_000
MIN_EPS = 1e-12
MAX_EPS = 1


def draw(rng: random.Random, shape: str, n: int, shift: float) -> list[float]:
    if shape == "constant":
        return [3.5 + shift] * n
    if shape == "few":
        return [rng.choice([0.0, -0.0, 1.0, 2.0, -1.0]) + shift for _ in range(n)]
    if shape == "integers":
        return [float(rng.randint(-10, 10)) + shift for _ in range(n)]
    if shape == "coarse":
        return [round(rng.random(), 1) + shift for _ in range(n)]
    if shape == "spike":
        return [0.0 if rng.random() < 0.7 else rng.uniform(-1, 1) + shift for _ in range(n)]
    return [rng.gauss(shift, 1.0) for _ in range(n)]


def generate(rng: random.Random, size: int) -> tuple:
    """Two samples of about `size` values (at least one each), n_bins and eps, rich in repeated values."""
    shape = rng.choice(["constant", "few", "integers", "integers", "coarse", "spike", "normal"])
    n = max(1, size)
    expected = draw(rng, shape, n, 0.0)
    other = rng.choice([shape, shape, "integers", "constant"])
    actual = draw(rng, other, max(1, rng.choice([n, n, n // 2])), rng.choice([0.0, 0.0, 0.5, 100.0]))
    if rng.random() < 0.1:
        actual = rng.sample(expected, n)
    n_bins = rng.choice([2, 3, 4, 5, 7, 10, 10, 16, 50, max(2, min(MAX_BINS, size))])
    return expected, actual, n_bins, rng.choice([1e-4, 1e-4, 1e-6, 0.01, 0.2])


def validate(*args) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract."""
    if not 2 <= len(args) <= 4:
        raise ValueError(f"Two to four arguments are needed: expected, actual, n_bins and eps; got {len(args)}.")
    expected, actual, n_bins, eps = (*args, *(10, 1e-4)[len(args) - 2 :])
    for name, values in (("expected", expected), ("actual", actual)):
        if not isinstance(values, (list, tuple)):
            raise ValueError(f"{name} must be a list of floats.")
        if len(values) == 0:
            raise ValueError(f"{name} is empty: the contract asks for ValueError.")
        if len(values) > MAX_VALUES:
            raise ValueError(f"{name} may hold at most {MAX_VALUES:,} values; got {len(values):,}.")
        for i, value in enumerate(values):
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise ValueError(f"{name}[{i}] must be a float.")
            if isinstance(value, int) and abs(value) > 2**53:
                raise ValueError(f"{name}[{i}] is an int beyond 2**53: write it as a float.")
            if not math.isfinite(value):
                raise ValueError(f"{name}[{i}] must be finite: the contract asks for ValueError on NaN and infinity.")
    if not isinstance(n_bins, int) or isinstance(n_bins, bool):
        raise ValueError("n_bins must be an int.")
    if n_bins < 2:
        raise ValueError("n_bins must be at least 2: the contract asks for ValueError below that.")
    if n_bins > MAX_BINS:
        raise ValueError(f"n_bins must be at most {MAX_BINS:,}.")
    if isinstance(eps, bool) or not isinstance(eps, (int, float)):
        raise ValueError("eps must be a float.")
    if not MIN_EPS <= eps <= MAX_EPS:
        raise ValueError(f"eps must lie between {MIN_EPS} and {MAX_EPS}.")
