"""Random inputs for stress and timing, and the check of a user's own input."""

import random

MAX_EVENTS = 200_000
MAX_TIMESTAMP = 10**12
MAX_GAP = 10**13


def generate(rng: random.Random, size: int) -> tuple[list[tuple[str, int]], int]:
    """`size` events of few or many users, in any order, with pauses around the gap and many equal timestamps."""
    gap = rng.choice([0, 1, 2, 5, 30])
    names = rng.choice([["u"], ["u", "v"], ["", "a", "A", "ab"], [f"user-{i}" for i in range(max(1, size // 3))]])
    clocks = {name: rng.randint(-2 * gap - 2, 2) for name in names}
    events = []
    for _ in range(size):
        name = rng.choice(names)
        clocks[name] += rng.choice([0, 0, 1, gap, gap, gap + 1, max(gap - 1, 0), 2 * gap + 1])
        events.append((name, clocks[name]))
    shape = rng.random()
    if shape < 0.6:
        rng.shuffle(events)
    elif shape < 0.7:
        events.reverse()
    return events, gap


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 2:
        raise ValueError("Two arguments are needed: events and gap.")
    events, gap = args
    if not isinstance(events, (list, tuple)):
        raise ValueError("events must be a list of (user, timestamp) tuples.")
    if len(events) > MAX_EVENTS:
        raise ValueError(f"There may be at most {MAX_EVENTS:,} events; this list has {len(events):,}.")
    for i, event in enumerate(events):
        if not isinstance(event, (list, tuple)) or len(event) != 2:
            raise ValueError(f"Event {i} must be a (user, timestamp) tuple.")
        user, timestamp = event
        if not isinstance(user, str):
            raise ValueError(f"The user of event {i} must be a string.")
        if isinstance(timestamp, bool) or not isinstance(timestamp, int) or abs(timestamp) > MAX_TIMESTAMP:
            raise ValueError(f"The timestamp of event {i} must be an int between -10**12 and 10**12.")
    if isinstance(gap, bool) or not isinstance(gap, int):
        raise ValueError("gap must be an int.")
    if gap < 0:
        raise ValueError("gap must not be negative: the contract asks the solution to raise ValueError for gap < 0.")
    if gap > MAX_GAP:
        raise ValueError("gap must be at most 10**13.")
