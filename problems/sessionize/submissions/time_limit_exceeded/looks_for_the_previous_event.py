"""Looks for the previous event of the user anew for each event: O(n^2).
edge: large
"""


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    starts = set()
    for user, timestamp in events:
        earlier = [t for name, t in events if name == user and t < timestamp]
        if earlier and timestamp - max(earlier) > gap:
            starts.add((user, timestamp))
    return [sum(name == user and start <= timestamp for name, start in starts) for user, timestamp in events]
