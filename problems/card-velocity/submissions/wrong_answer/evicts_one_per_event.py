"""Drops at most one old event from the front in each step.
edge: hot-card
"""

from collections import defaultdict


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    by_card = defaultdict(list)
    for i, (timestamp, card, amount) in enumerate(events):
        by_card[card].append((timestamp, amount, i))
    result = [(0, 0)] * len(events)
    for own in by_card.values():
        own.sort()
        start = end = total = 0
        for timestamp, _, i in own:
            while own[end][0] < timestamp:
                total += own[end][1]
                end += 1
            if own[start][0] < timestamp - window:
                total -= own[start][1]
                start += 1
            result[i] = (end - start, total)
    return result
