"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random
from fractions import Fraction

MAX_VALUES = 100_000
MAX_VALUE = 10**9
MAX_WINDOW = 10**9
MAX_THRESHOLD = 10**6
MARGIN = 1e-6
SPREAD = 1e-10


def generate(rng: random.Random, size: int) -> tuple[list[float], int, float]:
    """`size` values with constant stretches, spikes or an offset, and a window that is at times longer than the list."""
    shape = rng.choice(["levels", "levels", "noise", "offset", "spikes", "steps", "negative"])
    if shape == "levels":
        values = [rng.choice([5, 5, 5, 5, 6, 4, 9]) for _ in range(size)]
    elif shape == "noise":
        values = [round(rng.gauss(0.0, 10.0), 2) for _ in range(size)]
    elif shape == "offset":
        values = [999_999_000.0 + rng.choice([0.0, 0.25, 0.5, 0.5, 20.0]) for _ in range(size)]
    elif shape == "spikes":
        values = [rng.choice([1.0, 2.0, 1.5, 1.25, 1.5, 1e9, -1e9, 7.0]) for _ in range(size)]
    elif shape == "steps":
        values = [float(3 * (i // 7) % 5) for i in range(size)]
    else:
        values = [-rng.randint(1, 8) for _ in range(size)]
    window = rng.choice([2, 3, 4, 8, max(2, size // 2), max(2, size), size + 2])
    # Thresholds that no z-score of these values equals; several, so that one keeps its distance.
    for _ in range(20):
        threshold = round(rng.choice([0.7, 1.3, 2.1, 3.1]) + rng.random() / 10, 9)
        if size > 2_000 or find_doubt(values, window, threshold) is None:
            return values, window, threshold
    return [], window, 3.0


def find_doubt(values, window: int, threshold: float) -> str | None:
    """Why the list is outside what the contract promises about rounding, or None."""
    shift = max((Fraction(v).denominator.bit_length() for v in values), default=1)
    scaled = [int(Fraction(v) * 2**shift) for v in values]
    total = squares = 0
    for i, v in enumerate(scaled):
        if i >= window:
            spread = window * squares - total * total
            if spread:
                z = abs(window * v - total) / math.sqrt(spread)
                exact = window == 2 and all(Fraction(x).denominator == 1 and abs(x) <= 10**6 for x in values[i - 2 : i + 1])
                if abs(z - threshold) <= MARGIN and not exact:
                    return f"The z-score at index {i} is within 1e-6 of the threshold, so rounding would decide."
                largest = max(map(abs, values[i - window : i])) if window <= 1_000 else 0
                if math.sqrt(spread) / 2**shift < SPREAD * largest * window:
                    return f"The standard deviation before index {i} is below 1e-10 of the values, so rounding would decide."
            total -= scaled[i - window]
            squares -= scaled[i - window] ** 2
        total += v
        squares += v * v
    return None


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 3:
        raise ValueError("Three arguments are needed: values, window and threshold.")
    values, window, threshold = args
    if not isinstance(values, (list, tuple)):
        raise ValueError("values must be a list of numbers.")
    if len(values) > MAX_VALUES:
        raise ValueError(f"There may be at most {MAX_VALUES:,} values; this list has {len(values):,}.")
    for i, v in enumerate(values):
        if isinstance(v, bool) or not isinstance(v, (int, float)):
            raise ValueError(f"values[{i}] must be an int or a float.")
        if isinstance(v, float) and not math.isfinite(v):
            raise ValueError(f"values[{i}] must be finite: the contract asks for ValueError on NaN and infinity.")
        if abs(v) > MAX_VALUE:
            raise ValueError(f"values[{i}] must lie between -10**9 and 10**9.")
        if v != 0 and abs(v) < 1e-30:
            raise ValueError(f"values[{i}] must be 0 or at least 1e-30 in magnitude.")
    if isinstance(window, bool) or not isinstance(window, int):
        raise ValueError("window must be an int.")
    if window < 2:
        raise ValueError("window must be at least 2: the contract asks the solution to raise ValueError for less.")
    if window > MAX_WINDOW:
        raise ValueError("window must be at most 10**9.")
    if isinstance(threshold, bool) or not isinstance(threshold, (int, float)) or not math.isfinite(threshold):
        raise ValueError("threshold must be a finite number.")
    if threshold <= 0:
        raise ValueError("threshold must be above 0: the contract asks the solution to raise ValueError otherwise.")
    if threshold > MAX_THRESHOLD:
        raise ValueError("threshold must be at most 10**6.")
    doubt = find_doubt(values, window, threshold)
    if doubt is not None:
        raise ValueError(doubt)
