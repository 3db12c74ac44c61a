"""A queue of two stacks with merged (count, mean, squared deviations): values leave without being subtracted."""

import math


def merge(a: tuple[int, float, float], b: tuple[int, float, float]) -> tuple[int, float, float]:
    """Summary of the union of two groups. A constant keeps its mean and its zero exactly."""
    count_a, mean_a, squares_a = a
    count_b, mean_b, squares_b = b
    count = count_a + count_b
    delta = mean_b - mean_a
    mean = mean_a + delta * (count_b / count)
    return count, mean, squares_a + squares_b + delta * delta * count_a * (count_b / count)


def rolling_anomalies(values: list[float], window: int, threshold: float) -> list[int]:
    if window < 2:
        raise ValueError("window must be at least 2")
    if threshold <= 0:
        raise ValueError("threshold must be above 0")
    if not all(map(math.isfinite, values)):
        raise ValueError("every value must be finite")

    nothing = (0, 0.0, 0.0)
    front: list[tuple[int, float, float]] = []  # summaries from the end back to each value
    back = nothing
    poured = 0  # values before this position have been poured into the front
    anomalies = []
    for i, value in enumerate(values):
        if i >= window:
            _, mean, squares = merge(front[-1], back) if front else back
            if abs(value - mean) > threshold * math.sqrt(squares / window):
                anomalies.append(i)
            if not front:
                summary = nothing
                for old in reversed(values[poured:i]):
                    summary = merge(summary, (1, old, 0.0))
                    front.append(summary)
                back = nothing
                poured = i
            front.pop()
        back = merge(back, (1, value, 0.0))
    return anomalies
