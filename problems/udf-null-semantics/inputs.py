import math
import random

MAX_ROWS = 200_000
MAX_EDGES = 1_000

AWKWARD = [None, None, 0.0, -0.0, math.nan, math.inf, -math.inf, 1.0, 2.0, -1.0, 0.5, 1.7, 0.1, 4.3, 1e308, 5e-324, -3.0]
EDGES = [-math.inf, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 17.0, 43.0, math.inf]


def generate(
    rng: random.Random, size: int
) -> tuple[list[float | None], list[float | None], list[float]]:
    """A valid random input of `size` rows. Small ones are full of nulls, zeros, NaN, infinities and ratios on an edge."""
    if size <= 64:
        amounts = [rng.choice(AWKWARD) for _ in range(size)]
        averages = [rng.choice(AWKWARD) for _ in range(size)]
        edges = sorted(rng.sample(EDGES, rng.randint(1, len(EDGES))))
        return amounts, averages, edges
    amounts: list[float | None] = [rng.random() * 100 if rng.random() < 0.9 else None for _ in range(size)]
    averages: list[float | None] = [float(rng.randrange(20)) for _ in range(size)]
    return amounts, averages, [number / 4 for number in range(100)]


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 3:
        raise ValueError("Three arguments are needed: amounts, averages and edges.")
    amounts, averages, edges = args
    for name, column in (("amounts", amounts), ("averages", averages)):
        if not isinstance(column, list):
            raise ValueError(f"{name} must be a list of floats and None.")
        if len(column) > MAX_ROWS:
            raise ValueError(f"{name} may hold at most {MAX_ROWS:,} values, not {len(column):,}.")
        for row, value in enumerate(column):
            if value is not None and not isinstance(value, float):
                raise ValueError(f"{name}[{row}] must be a float or None, not {type(value).__name__}.")
    if len(amounts) != len(averages):
        raise ValueError("The columns must have the same length: the contract asks the solution to raise ValueError otherwise.")
    if not isinstance(edges, list) or not edges:
        raise ValueError("edges must be a list of at least one float.")
    if len(edges) > MAX_EDGES:
        raise ValueError(f"There may be at most {MAX_EDGES:,} edges, not {len(edges):,}.")
    for place, edge in enumerate(edges):
        if not isinstance(edge, float) or math.isnan(edge):
            raise ValueError(f"edges[{place}] must be a float that is not NaN.")
        if place and edges[place - 1] >= edge:
            raise ValueError(f"edges must increase strictly, but edges[{place}] is not above the one before.")
