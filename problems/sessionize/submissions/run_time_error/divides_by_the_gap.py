"""Counts how many gaps fit into a pause, which divides by zero when the gap is 0.
edge: gap-zero
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
        elif (timestamp - previous) / gap > 1:
            session += 1
        current, previous = user, timestamp
        sessions[i] = session
    return sessions
