"""A dictionary {time: value} for each entity, where corrections overwrite; a hand-written binary search over its keys."""

from collections import defaultdict


def last_at_most(times: list[int], ts: int) -> int | None:
    low, high = 0, len(times)
    while low < high:
        middle = (low + high) // 2
        if times[middle] <= ts:
            low = middle + 1
        else:
            high = middle
    return times[low - 1] if low else None


def point_in_time_join(
    labels: list[tuple[str, int]],
    features: list[tuple[str, int, float | None]],
    max_age: int | None = None,
) -> list[float | None]:
    if max_age is not None and max_age < 0:
        raise ValueError("max_age must not be negative")
    values: defaultdict[str, dict[int, float | None]] = defaultdict(dict)
    for entity, ts, value in features:
        values[entity][ts] = value
    times = {entity: sorted(known) for entity, known in values.items()}

    answers: list[float | None] = []
    for entity, ts in labels:
        since = last_at_most(times.get(entity, []), ts)
        too_old = since is not None and max_age is not None and ts - since > max_age
        answers.append(None if since is None or too_old else values[entity][since])
    return answers
