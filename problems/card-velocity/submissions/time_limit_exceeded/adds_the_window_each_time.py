"""Finds the window by binary search but adds up its amounts each time: O(n * w) on a hot card.
edge: large
"""

from bisect import bisect_left
from collections import defaultdict


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    times = defaultdict(list)
    amounts = defaultdict(list)
    for timestamp, card, amount in sorted(events):
        times[card].append(timestamp)
        amounts[card].append(amount)
    result = []
    for timestamp, card, _ in events:
        low = bisect_left(times[card], timestamp - window)
        high = bisect_left(times[card], timestamp)
        result.append((high - low, sum(amounts[card][low:high])))
    return result
