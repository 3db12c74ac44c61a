"""Leaves out an event exactly `window` before.
edge: window-boundary
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
    for timestamp, card, _ in events:
        low = bisect_right(times[card], timestamp - window)
        high = bisect_left(times[card], timestamp)
        result.append((high - low, prefix[card][high] - prefix[card][low]))
    return result
