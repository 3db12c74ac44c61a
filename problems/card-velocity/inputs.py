"""Random inputs for stress and timing, and the check of a user's own input."""

import random

MAX_EVENTS = 100_000
MAX_TIMESTAMP = 10**12
MAX_AMOUNT = 10**9
MAX_WINDOW = 10**13


def generate(rng: random.Random, size: int) -> tuple[list[tuple[int, str, int]], int]:
    """`size` events of few or many cards, in any order, with many equal timestamps, and a window."""
    span = max(1, rng.choice([3, size // 4, size, 4 * size]))
    start = rng.choice([-span, -(span // 2), 0, 10**9])
    names = rng.choice([["x"], ["x", "y"], ["a", "A", "", " a"], [f"c{i}" for i in range(max(1, size // 3))]])
    amounts = rng.choice([[100, 250, -100, 0], [1], [rng.randint(-MAX_AMOUNT, MAX_AMOUNT) for _ in range(5)]])
    events = [(start + rng.randrange(span), rng.choice(names), rng.choice(amounts)) for _ in range(size)]
    if rng.random() < 0.25:
        events.sort()
    window = rng.choice([1, 2, max(1, span // 3), span, 2 * span])
    return events, window


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 2:
        raise ValueError("Two arguments are needed: events and window.")
    events, window = args
    if not isinstance(events, (list, tuple)):
        raise ValueError("events must be a list of (timestamp, card, amount) tuples.")
    if len(events) > MAX_EVENTS:
        raise ValueError(f"There may be at most {MAX_EVENTS:,} events; this list has {len(events):,}.")
    for i, event in enumerate(events):
        if not isinstance(event, (list, tuple)) or len(event) != 3:
            raise ValueError(f"Event {i} must be a (timestamp, card, amount) tuple.")
        timestamp, card, amount = event
        if isinstance(timestamp, bool) or not isinstance(timestamp, int) or abs(timestamp) > MAX_TIMESTAMP:
            raise ValueError(f"The timestamp of event {i} must be an int between -10**12 and 10**12.")
        if not isinstance(card, str):
            raise ValueError(f"The card of event {i} must be a string.")
        if isinstance(amount, bool) or not isinstance(amount, int) or abs(amount) > MAX_AMOUNT:
            raise ValueError(f"The amount of event {i} must be an int between -10**9 and 10**9.")
    if isinstance(window, bool) or not isinstance(window, int):
        raise ValueError("window must be an int.")
    if window < 1:
        raise ValueError("window must be at least 1: the contract asks the solution to raise ValueError for less.")
    if window > MAX_WINDOW:
        raise ValueError("window must be at most 10**13.")
