"""Goes through the whole log for each user: O(n * users).
edge: large
"""


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    sessions = [0] * len(events)
    for name in {user for user, _ in events}:
        own = sorted((timestamp, i) for i, (user, timestamp) in enumerate(events) if user == name)
        session = 0
        previous = own[0][0]
        for timestamp, i in own:
            session += timestamp - previous > gap
            previous = timestamp
            sessions[i] = session
    return sessions
