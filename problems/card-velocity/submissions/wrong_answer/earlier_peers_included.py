"""Answers and adds event by event, so an event sees the peers that stand before it.
edge: duplicate-timestamps
"""

from collections import defaultdict, deque


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    recent = defaultdict(deque)
    totals = defaultdict(int)
    result = [(0, 0)] * len(events)
    for i in sorted(range(len(events)), key=lambda i: events[i][0]):
        timestamp, card, amount = events[i]
        own = recent[card]
        while own and own[0][0] < timestamp - window:
            totals[card] -= own.popleft()[1]
        result[i] = (len(own), totals[card])
        own.append((timestamp, amount))
        totals[card] += amount
    return result
