"""Takes a previous timestamp of 0 for a missing one.
edge: zero-value
"""


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    sessions = [0] * len(events)
    current = previous = None
    session = 0
    for i in sorted(range(len(events)), key=events.__getitem__):
        user, timestamp = events[i]
        if user != current:
            session = 0
            previous = None
        if previous and timestamp - previous > gap:
            session += 1
        current, previous = user, timestamp
        sessions[i] = session
    return sessions
