"""Finds the session starts of each user, then the session of an event by binary search among them."""

from bisect import bisect_right
from collections import defaultdict


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    times = defaultdict(list)
    for user, timestamp in events:
        times[user].append(timestamp)
    starts = {}
    for user, own in times.items():
        own.sort()
        starts[user] = [own[0]] + [late for early, late in zip(own, own[1:]) if late - early > gap]
    return [bisect_right(starts[user], timestamp) - 1 for user, timestamp in events]
