"""Looks at all events for each event: O(n^2).
edge: large
"""


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    result = []
    for t, card, _ in events:
        amounts = [amount for other, name, amount in events if name == card and t - window <= other < t]
        result.append((len(amounts), sum(amounts)))
    return result
