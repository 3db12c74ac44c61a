"""Goes through all rows of the entity for each label: O(L * F).
edge: large
"""


def point_in_time_join(labels, features, max_age=None):
    if max_age is not None and max_age < 0:
        raise ValueError("max_age must not be negative")
    rows = {}
    for entity, ts, value in features:
        rows.setdefault(entity, []).append((ts, value))
    answers = []
    for entity, ts in labels:
        found = None
        for since, value in rows.get(entity, []):
            if since <= ts and (found is None or since >= found[0]):
                found = (since, value)
        known = found is not None and (max_age is None or ts - found[0] <= max_age)
        answers.append(found[1] if known else None)
    return answers
