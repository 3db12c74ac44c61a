"""One list of events in order of time, features before labels; a dictionary holds the latest row of each entity."""


def point_in_time_join(
    labels: list[tuple[str, int]],
    features: list[tuple[str, int, float | None]],
    max_age: int | None = None,
) -> list[float | None]:
    if max_age is not None and max_age < 0:
        raise ValueError("max_age must not be negative")
    events = [(ts, 0, number) for number, (_, ts, _) in enumerate(features)]
    events += [(ts, 1, number) for number, (_, ts) in enumerate(labels)]
    events.sort()

    latest: dict[str, tuple[int, float | None]] = {}
    answers: list[float | None] = [None] * len(labels)
    for ts, is_label, number in events:
        if not is_label:
            entity, _, value = features[number]
            latest[entity] = (ts, value)
            continue
        entity = labels[number][0]
        if entity in latest:
            since, value = latest[entity]
            if max_age is None or ts - since <= max_age:
                answers[number] = value
    return answers
