"""Counts everything up to the timestamp and takes off the event itself, so peers stay in.
edge: duplicate-timestamps
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import accumulate


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    own = defaultdict(list)
    for timestamp, card, amount in sorted(events):
        own[card].append((timestamp, amount))
    times = {card: [t for t, _ in pairs] for card, pairs in own.items()}
    prefix = {card: [0, *accumulate(a for _, a in pairs)] for card, pairs in own.items()}
    result = []
    for timestamp, card, amount in events:
        low = bisect_left(times[card], timestamp - window)
        high = bisect_right(times[card], timestamp)
        result.append((high - low - 1, prefix[card][high] - prefix[card][low] - amount))
    return result
