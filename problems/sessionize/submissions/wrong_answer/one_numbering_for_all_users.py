"""Goes on counting when another user begins.
edge: many-users
"""


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    sessions = [0] * len(events)
    current = previous = None
    session = -1
    for i in sorted(range(len(events)), key=events.__getitem__):
        user, timestamp = events[i]
        if user != current or timestamp - previous > gap:
            session += 1
        current, previous = user, timestamp
        sessions[i] = session
    return sessions
