"""Sorts the caller's list.
edge: input-mutation
"""


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    asked = list(events)
    events.sort()
    number = {}
    current = previous = None
    session = 0
    for user, timestamp in events:
        if user != current:
            session = 0
        elif timestamp - previous > gap:
            session += 1
        current, previous = user, timestamp
        number[user, timestamp] = session
    return [number[event] for event in asked]
