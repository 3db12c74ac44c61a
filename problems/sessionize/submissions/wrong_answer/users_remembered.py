"""Keeps the last timestamp and session of each user in the module.
edge: repeat-calls
"""

last = {}
count = {}


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    sessions = [0] * len(events)
    for i in sorted(range(len(events)), key=events.__getitem__):
        user, timestamp = events[i]
        if user not in last:
            count[user] = 0
        elif abs(timestamp - last[user]) > gap:
            count[user] += 1
        last[user] = timestamp
        sessions[i] = count[user]
    return sessions
