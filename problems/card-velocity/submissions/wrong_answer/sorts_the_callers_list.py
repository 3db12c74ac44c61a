"""Sorts the caller's list to go through it in time order.
edge: input-mutation
"""


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    asked = list(events)
    events.sort()
    result = []
    for t, card, _ in asked:
        amounts = [a for other, name, a in events if name == card and t - window <= other < t]
        result.append((len(amounts), sum(amounts)))
    return result
