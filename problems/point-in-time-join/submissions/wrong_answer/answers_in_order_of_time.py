"""Answers the labels in order of time instead of the given order.
edge: output-order
"""

from bisect import bisect_right
from operator import itemgetter


def point_in_time_join(
    labels: list[tuple[str, int]],
    features: list[tuple[str, int, float | None]],
    max_age: int | None = None,
) -> list[float | None]:
    if max_age is not None and max_age < 0:
        raise ValueError("max_age must not be negative")

    columns: dict[str, tuple[list[int], list[float | None]]] = {}
    for entity, ts, value in sorted(features, key=itemgetter(1)):  # stable: corrections stay behind
        times, values = columns.setdefault(entity, ([], []))
        times.append(ts)
        values.append(value)

    answers: list[float | None] = []
    for entity, ts in sorted(labels, key=itemgetter(1)):
        times, values = columns.get(entity, ([], []))
        place = bisect_right(times, ts) - 1
        known = place >= 0 and (max_age is None or ts - times[place] <= max_age)
        answers.append(values[place] if known else None)
    return answers
