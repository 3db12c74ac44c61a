"""Resets the number at another user, but also compares the pause across users.
edge: many-users
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
        if previous is not None and timestamp - previous > gap:
            session += 1
        current, previous = user, timestamp
        sessions[i] = session
    return sessions
