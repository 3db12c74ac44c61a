"""Random inputs for stress and timing, and the check of a user's own input."""

import math
import random
from fractions import Fraction

MAX_POINTS = 5_000
MAX_CENTRES = 20
MAX_DIMENSION = 10
MAX_ITERATIONS = 100
BOUND = 1_000.0


def is_short(value: Fraction) -> bool:
    """Whether sums and squares of such numbers are exact in floats."""
    return value.denominator <= 1024 and value.denominator & (value.denominator - 1) == 0


def hangs_on_rounding(points: list, init: list, max_iter: int) -> bool:
    """Follows the algorithm in exact arithmetic and looks for distances that are equal, or nearly so, without being exact."""
    exact = [[Fraction(x) for x in point] for point in points]
    centres = [[Fraction(x) for x in centre] for centre in init]
    # Differences of coordinates are rounded relative to the coordinates, so the slack grows with their squares.
    slack = max(x * x for row in [*exact, *centres] for x in row) / 10**12
    labels = None
    for iteration in range(max_iter + 1):
        assigned = []
        for point in exact:
            distances = [sum((a - b) ** 2 for a, b in zip(point, centre)) for centre in centres]
            near = min(distances)
            best = distances.index(near)
            for centre, distance in zip(centres, distances):
                if centre is centres[best] or distance > near * (1 + Fraction(1, 10**6)) + slack:
                    continue
                if distance != near or not all(map(is_short, [*point, *centre, *centres[best]])):
                    return True
            assigned.append(best)
        if assigned == labels or iteration == max_iter:
            return False
        labels = assigned
        for c in range(len(centres)):
            members = [point for point, label in zip(exact, labels) if label == c]
            if members:
                centres[c] = [sum(column) / len(members) for column in zip(*members)]
    return False


def generate(rng: random.Random, size: int) -> tuple:
    """`size` points (at least one). Small inputs lie on a grid, full of ties and repeats; bigger ones in clouds."""
    n = max(1, min(size, MAX_POINTS))
    max_iter = rng.choice([1, 1, 2, 3, 10, 100]) if n <= 64 else 5
    if n <= 64:
        for _ in range(20):
            dimension = rng.choice([1, 1, 2, 3])
            high = rng.choice([2, 4, 8, 30])

            def draw() -> tuple:
                return tuple(float(rng.randint(-high, high)) for _ in range(dimension))

            points = [draw() for _ in range(n)]
            init = [rng.choice(points) if rng.random() < 0.4 else draw() for _ in range(rng.randint(1, 5))]
            if not hangs_on_rounding(points, init, max_iter):
                return points, init, max_iter
    dimension = rng.choice([2, 3])
    k = rng.randint(1, 5) if n <= 64 else 5
    clouds = [tuple(rng.uniform(-50.0, 50.0) for _ in range(dimension)) for _ in range(k)]
    points = [tuple(rng.gauss(x, 10.0) for x in rng.choice(clouds)) for _ in range(n)]
    init = [tuple(rng.uniform(-50.0, 50.0) for _ in range(dimension)) for _ in range(k)]
    return points, init, max_iter


def validate(*args: object) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract and the limits."""
    if len(args) not in (2, 3):
        raise ValueError(f"Two or three arguments are needed (points, init and perhaps max_iter); got {len(args)}.")
    points, init = args[:2]
    max_iter = args[2] if len(args) == 3 else 100
    for name, rows, most in (("points", points, MAX_POINTS), ("init", init, MAX_CENTRES)):
        if not isinstance(rows, (list, tuple)):
            raise ValueError(f"{name} must be a list of tuples.")
        if len(rows) == 0:
            raise ValueError(f"{name} is empty: the contract asks for ValueError, so there is no answer to compare.")
        if len(rows) > most:
            raise ValueError(f"{name} may hold at most {most:,} tuples; it has {len(rows):,}.")
        for i, row in enumerate(rows):
            if not isinstance(row, (list, tuple)):
                raise ValueError(f"{name}[{i}] must be a tuple of floats.")
            if len(row) != len(points[0]):
                raise ValueError(f"{name}[{i}] has {len(row)} coordinates and points[0] has {len(points[0])}.")
            for x in row:
                if isinstance(x, bool) or not isinstance(x, (int, float)) or not math.isfinite(x) or abs(x) > BOUND:
                    raise ValueError(f"The coordinates of {name}[{i}] must be numbers between {-BOUND:,.0f} and {BOUND:,.0f}.")
    if not 1 <= len(points[0]) <= MAX_DIMENSION:
        raise ValueError(f"The dimension must be from 1 to {MAX_DIMENSION}.")
    if isinstance(max_iter, bool) or not isinstance(max_iter, int) or not 1 <= max_iter <= MAX_ITERATIONS:
        raise ValueError(f"max_iter must be an int from 1 to {MAX_ITERATIONS}.")
    if len(points) <= 100 and hangs_on_rounding(points, init, max_iter):
        raise ValueError("On the way two distances differ by no more than rounding, so the answer would hang on it; move a point a little.")
