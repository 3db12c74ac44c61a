"""Returns early for an empty list, before the window is checked.
edge: invalid-window
"""


def card_velocity(events, window):
    if not events:
        return []
    if window < 1:
        raise ValueError("window must be at least 1")
    result = []
    for t, card, _ in events:
        amounts = [a for other, name, a in events if name == card and t - window <= other < t]
        result.append((len(amounts), sum(amounts)))
    return result
