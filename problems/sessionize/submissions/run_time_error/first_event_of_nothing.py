"""Takes the user of the first event in order, which does not exist without events.
edge: empty
"""


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    order = sorted(range(len(events)), key=events.__getitem__)
    sessions = [0] * len(events)
    current, previous = events[order[0]]
    session = 0
    for i in order:
        user, timestamp = events[i]
        if user != current:
            session = 0
        elif timestamp - previous > gap:
            session += 1
        current, previous = user, timestamp
        sessions[i] = session
    return sessions
