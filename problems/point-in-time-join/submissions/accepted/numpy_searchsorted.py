"""Times of each entity in an int64 array; searchsorted answers all labels of the entity at once."""

from collections import defaultdict

import numpy as np


def point_in_time_join(
    labels: list[tuple[str, int]],
    features: list[tuple[str, int, float | None]],
    max_age: int | None = None,
) -> list[float | None]:
    if max_age is not None and max_age < 0:
        raise ValueError("max_age must not be negative")
    rows = defaultdict(list)
    for number, (entity, _, _) in enumerate(features):
        rows[entity].append(number)
    asked = defaultdict(list)
    for number, (entity, _) in enumerate(labels):
        asked[entity].append(number)

    answers: list[float | None] = [None] * len(labels)
    for entity, numbers in asked.items():
        own = rows.get(entity)
        if own is None:
            continue
        times = np.array([features[number][1] for number in own], dtype=np.int64)
        order = np.argsort(times, kind="stable")
        times = times[order]
        when = np.array([labels[number][1] for number in numbers], dtype=np.int64)
        places = np.searchsorted(times, when, side="right") - 1
        ages = when - times[np.maximum(places, 0)]
        known = places >= 0
        if max_age is not None:
            known &= ages <= max_age
        for number, place in zip(np.array(numbers)[known].tolist(), places[known].tolist()):
            answers[number] = features[own[order[place]]][2]
    return answers
