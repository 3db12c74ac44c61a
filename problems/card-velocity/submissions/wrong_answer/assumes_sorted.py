"""Takes the list as sorted by time.
edge: unsorted-timestamps
"""

from bisect import bisect_left
from collections import defaultdict
from itertools import accumulate


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    times = defaultdict(list)
    amounts = defaultdict(list)
    for timestamp, card, amount in events:
        times[card].append(timestamp)
        amounts[card].append(amount)
    prefix = {card: [0, *accumulate(own)] for card, own in amounts.items()}
    result = []
    for timestamp, card, _ in events:
        low = bisect_left(times[card], timestamp - window)
        high = bisect_left(times[card], timestamp)
        result.append((high - low, prefix[card][high] - prefix[card][low]))
    return result
