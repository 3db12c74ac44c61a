"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random

MAX_ITEMS = 100_000
MAX_VALUE = 1e12


def generate(rng: random.Random, size: int) -> tuple[list[float]]:
    """A list of `size` ints and floats, most often with many equal ones."""
    shape = rng.choice(["few", "few", "mixed", "floats", "rising", "falling", "zigzag", "constant", "huge"])
    if shape == "few":
        stream = [rng.randint(-2, 2) for _ in range(size)]
    elif shape == "mixed":
        stream = [rng.choice([0, 0.5, -1, 1.0, 2, 2.5, -0.0, 1]) for _ in range(size)]
    elif shape == "floats":
        stream = [rng.uniform(-10.0, 10.0) for _ in range(size)]
    elif shape == "rising":
        stream = sorted(rng.randint(-size, size) for _ in range(size))
    elif shape == "falling":
        stream = sorted((rng.randint(-size, size) for _ in range(size)), reverse=True)
    elif shape == "zigzag":
        stream = [i if i % 2 else -i for i in range(size)]
    elif shape == "constant":
        stream = [rng.choice([0, -1.5, 7])] * size
    else:
        stream = [rng.choice([1e12, -1e12, 10**12 - 1, 1e-12, 0.1]) for _ in range(size)]
    return (stream,)


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 1:
        raise ValueError(f"One argument is needed, the stream; got {len(args)}.")
    (stream,) = args
    if isinstance(stream, (str, bytes, dict)) or not hasattr(stream, "__iter__"):
        raise ValueError("stream must be a list or another iterable of numbers.")
    for i, x in enumerate(stream):
        if i >= MAX_ITEMS:
            raise ValueError(f"The stream may hold at most {MAX_ITEMS:,} elements.")
        if isinstance(x, bool) or not isinstance(x, (int, float)):
            raise ValueError(f"Element {i} must be an int or a float.")
        if isinstance(x, float) and not math.isfinite(x):
            raise ValueError(f"Element {i} must be finite: the contract asks for ValueError on NaN and infinity.")
        if abs(x) > MAX_VALUE:
            raise ValueError(f"Element {i} must lie between -10**12 and 10**12.")
