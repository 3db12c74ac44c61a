"""Refuses a gap of 0.
edge: gap-zero
"""


def sessionize(events, gap):
    if gap <= 0:
        raise ValueError("gap must be positive")
    sessions = [0] * len(events)
    current = previous = None
    session = 0
    for i in sorted(range(len(events)), key=events.__getitem__):
        user, timestamp = events[i]
        if user != current:
            session = 0
        elif timestamp - previous > gap:
            session += 1
        current, previous = user, timestamp
        sessions[i] = session
    return sessions
