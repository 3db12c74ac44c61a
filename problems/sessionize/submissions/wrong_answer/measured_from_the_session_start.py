"""Measures from the start of the session in place of the previous event.
edge: basic
"""


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    sessions = [0] * len(events)
    current = start = None
    session = 0
    for i in sorted(range(len(events)), key=events.__getitem__):
        user, timestamp = events[i]
        if user != current:
            session = 0
            start = timestamp
        elif timestamp - start > gap:
            session += 1
            start = timestamp
        current = user
        sessions[i] = session
    return sessions
