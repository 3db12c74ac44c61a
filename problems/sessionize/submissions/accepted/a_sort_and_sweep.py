"""Sorts positions by user and time, then one sweep."""


def sessionize(events: list[tuple[str, int]], gap: int) -> list[int]:
    if gap < 0:
        raise ValueError("gap must not be negative")

    sessions: list = [None] * len(events)
    current_user, previous, session = None, None, None
    for i in sorted(range(len(events)), key=events.__getitem__):
        user, timestamp = events[i]
        if user != current_user:
            session = 0
        elif timestamp - previous > gap:
            session += 1
        current_user, previous = user, timestamp
        sessions[i] = session
    return sessions
