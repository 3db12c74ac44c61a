"""Bisects to the first of several rows at one time and walks to the last: quadratic when all times are equal.
edge: large
"""

from bisect import bisect_left
from operator import itemgetter


def point_in_time_join(labels, features, max_age=None):
    if max_age is not None and max_age < 0:
        raise ValueError("max_age must not be negative")
    columns = {}
    for entity, ts, value in sorted(features, key=itemgetter(1)):
        times, values = columns.setdefault(entity, ([], []))
        times.append(ts)
        values.append(value)
    answers = []
    for entity, ts in labels:
        times, values = columns.get(entity, ([], []))
        place = bisect_left(times, ts) - 1
        while place + 1 < len(times) and times[place + 1] == ts:
            place += 1
        known = place >= 0 and (max_age is None or ts - times[place] <= max_age)
        answers.append(values[place] if known else None)
    return answers
