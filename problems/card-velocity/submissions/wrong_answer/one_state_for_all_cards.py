"""Moves the window over all events and forgets the card.
edge: many-cards
"""

from bisect import bisect_left
from itertools import accumulate


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    ordered = sorted(events)
    times = [timestamp for timestamp, _, _ in ordered]
    prefix = [0, *accumulate(amount for _, _, amount in ordered)]
    result = []
    for timestamp, _, _ in events:
        low, high = bisect_left(times, timestamp - window), bisect_left(times, timestamp)
        result.append((high - low, prefix[high] - prefix[low]))
    return result
