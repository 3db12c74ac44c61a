"""Returns the numbers in the order of sorting.
edge: output-order
"""


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    sessions = []
    current = previous = None
    session = 0
    for user, timestamp in sorted(events):
        if user != current:
            session = 0
        elif timestamp - previous > gap:
            session += 1
        current, previous = user, timestamp
        sessions.append(session)
    return sessions
