import math
import random

MAX_EVENTS = 100_000
MAX_TIMESTAMP = 10**12
MAX_WINDOW = 10**13
MAX_VALUE = 1e16


def generate(rng: random.Random, size: int) -> tuple:
    span = max(1, rng.choice([size // 4, size, 3 * size, 10**9]))
    start = rng.choice([-span, -(span // 2), 0, 1])
    timestamps = [start + rng.randrange(span) for _ in range(size)]
    if rng.random() < 0.3:
        timestamps.sort()
    # Spikes of one input share a sign, so that no window loses its own digits to cancellation.
    spike = rng.choice([1e16, -1e16, 1e9, -1e9])
    pool = rng.choice(
        [
            [0.0, 1.0, 2.0, 2.0, -1.0],
            [-3.5, -3.5, -0.25, 0.0],
            [0.1, 0.2, 0.3, 1 / 3, 7.0],
            [rng.uniform(0.5, 10.0) for _ in range(max(1, size))],
        ]
    )
    p_null = rng.choice([0.0, 0.2, 0.6])
    p_spike = rng.choice([0.0, 0.0, 0.1, 0.3])
    values = []
    for _ in range(size):
        r = rng.random()
        values.append(None if r < p_null else spike if r > 1 - p_spike else rng.choice(pool))
    window = rng.choice([1, 2, rng.randint(1, span), max(1, span // 2), 2 * span])
    return timestamps, values, window


def validate(timestamps, values, window) -> None:
    for name, argument in (("timestamps", timestamps), ("values", values)):
        if not isinstance(argument, (list, tuple)):
            raise ValueError(f"{name} must be a list.")
    if isinstance(window, bool) or not isinstance(window, int):
        raise ValueError("window must be an int.")
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length: the contract asks for ValueError on any other.")
    if len(timestamps) > MAX_EVENTS:
        raise ValueError("There may be at most 100,000 events.")
    if window < 1:
        raise ValueError("window must be at least 1: the contract asks for ValueError for less.")
    if window > MAX_WINDOW:
        raise ValueError("window must be at most 10**13.")
    for t in timestamps:
        if isinstance(t, bool) or not isinstance(t, int):
            raise ValueError("Every timestamp must be an int.")
        if abs(t) > MAX_TIMESTAMP:
            raise ValueError("Every timestamp must lie between -10**12 and 10**12.")
    for v in values:
        if v is None:
            continue
        if isinstance(v, bool) or not isinstance(v, (int, float)):
            raise ValueError("Every value must be a float or None.")
        if not math.isfinite(v) or abs(v) > MAX_VALUE:
            raise ValueError("Every value must be finite and lie between -1e16 and 1e16.")
