"""Removes equal events with a set.
edge: duplicate-records
"""


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    distinct = set(events)
    result = []
    for t, card, _ in events:
        amounts = [a for other, name, a in distinct if name == card and t - window <= other < t]
        result.append((len(amounts), sum(amounts)))
    return result
