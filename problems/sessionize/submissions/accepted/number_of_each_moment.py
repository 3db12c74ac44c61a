"""Numbers the distinct moments of each user and looks every event up."""

from itertools import accumulate


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    moments = {}
    for user, timestamp in events:
        moments.setdefault(user, set()).add(timestamp)
    number = {}
    for user, own in moments.items():
        ordered = sorted(own)
        new = [0] + [int(ordered[i] > ordered[i - 1] + gap) for i in range(1, len(ordered))]
        number[user] = dict(zip(ordered, accumulate(new)))
    return [number[user][timestamp] for user, timestamp in events]
