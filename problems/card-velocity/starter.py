def card_velocity(events: list[tuple[int, str, int]], window: int) -> list[tuple[int, int]]:
    """For each (timestamp, card, amount): count and sum of the card's events in [timestamp - window, timestamp)."""
    raise NotImplementedError
