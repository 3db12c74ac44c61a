"""Prefix sums for each card, and both ends of the window by binary search."""

from bisect import bisect_left
from itertools import accumulate


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    times = {}
    amounts = {}
    for timestamp, card, amount in sorted(events, key=lambda event: event[0]):
        times.setdefault(card, []).append(timestamp)
        amounts.setdefault(card, []).append(amount)
    prefix = {card: [0, *accumulate(own)] for card, own in amounts.items()}

    def features(timestamp, card):
        low = bisect_left(times[card], timestamp - window)
        high = bisect_left(times[card], timestamp)
        return high - low, prefix[card][high] - prefix[card][low]

    return [features(timestamp, card) for timestamp, card, _ in events]
