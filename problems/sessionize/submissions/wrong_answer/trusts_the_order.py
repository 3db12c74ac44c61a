"""Takes the log as sorted by time.
edge: unsorted-timestamps
"""


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    last = {}
    session = {}
    sessions = []
    for user, timestamp in events:
        if user not in last:
            session[user] = 0
        elif timestamp - last[user] > gap:
            session[user] += 1
        last[user] = timestamp
        sessions.append(session[user])
    return sessions
