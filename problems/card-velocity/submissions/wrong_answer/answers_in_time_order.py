"""Returns the answers in time order.
edge: output-order
"""


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    result = []
    for t, card, _ in sorted(events, key=lambda event: event[0]):
        amounts = [a for other, name, a in events if name == card and t - window <= other < t]
        result.append((len(amounts), sum(amounts)))
    return result
