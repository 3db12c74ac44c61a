"""Shifts the timestamps by the earliest one, which does not exist without events.
edge: empty
"""

from bisect import bisect_left


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    first = events[0][0]
    for timestamp, _, _ in events:
        first = min(first, timestamp)
    result = []
    for timestamp, card, _ in events:
        own = sorted((t - first, amount) for t, name, amount in events if name == card)
        times = [t for t, _ in own]
        low, high = bisect_left(times, timestamp - first - window), bisect_left(times, timestamp - first)
        result.append((high - low, sum(amount for _, amount in own[low:high])))
    return result
