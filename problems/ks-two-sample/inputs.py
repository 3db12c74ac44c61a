"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random

MAX_VALUES = 200_000


def generate(rng: random.Random, size: int) -> tuple[list[float], list[float]]:
    """Two samples of up to `size` values (at least one each), most often full of ties."""
    n = max(1, size)
    m = max(1, rng.choice([n, n, n // 2, n // 3, 1 + n // 7]))
    shape = rng.choice(["few", "few", "integers", "integers", "distinct", "near", "constant", "apart", "huge", "same"])
    if shape == "few":
        levels = [rng.choice([0.0, -0.0, 0.5, 1.0, -1.0]) for _ in range(rng.randint(1, 4))]
        a, b = [rng.choice(levels) for _ in range(n)], [rng.choice(levels) for _ in range(m)]
    elif shape == "integers":
        shift = rng.choice([0, 0, 1, 3])
        a = [float(rng.randint(-5, 5)) for _ in range(n)]
        b = [float(rng.randint(-5, 5) + shift) for _ in range(m)]
    elif shape == "distinct":
        a, b = [rng.gauss(0, 1) for _ in range(n)], [rng.gauss(0.3, 1.5) for _ in range(m)]
    elif shape == "near":
        base = rng.choice([0.3, 1.0, -2.5, 1e16])
        above = math.nextafter(base, math.inf)
        levels = [base, above, math.nextafter(above, math.inf)]
        a, b = [rng.choice(levels) for _ in range(n)], [rng.choice(levels) for _ in range(m)]
    elif shape == "constant":
        a, b = [rng.choice([0.5, 0.0])] * n, [rng.choice([0.5, 0.0])] * m
    elif shape == "apart":
        a, b = [rng.random() for _ in range(n)], [1.0 + rng.random() for _ in range(m)]
    elif shape == "huge":
        levels = [-1.7e308, -1.0, 0.0, 5e-324, 1.7e308]
        a, b = [rng.choice(levels) for _ in range(n)], [rng.choice(levels) for _ in range(m)]
    else:
        a = [round(rng.random(), 1) for _ in range(n)]
        b = rng.sample(a, n)
    return (a, b) if rng.random() < 0.5 else (b, a)


def validate(*args) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract."""
    if len(args) != 2:
        raise ValueError(f"Two arguments are needed, the samples a and b; got {len(args)}.")
    for name, values in zip("ab", args):
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
