"""Ignores refunds.
edge: negative
"""


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    result = []
    for t, card, _ in events:
        amounts = [a for other, name, a in events if name == card and t - window <= other < t and a >= 0]
        result.append((len(amounts), sum(amounts)))
    return result
