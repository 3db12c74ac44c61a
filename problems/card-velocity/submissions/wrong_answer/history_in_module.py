"""Keeps the history of the cards between calls.
edge: repeat-calls
"""

history = []


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    history.extend(events)
    result = []
    for t, card, _ in events:
        amounts = [a for other, name, a in history if name == card and t - window <= other < t]
        result.append((len(amounts), sum(amounts)))
    return result
