"""Random inputs for stress and timing, and the check of a user's own input."""

import random

MAX_EVENTS = 100_000
MAX_REQUIRED = 1_000
MAX_TIMESTAMP = 10**12
MAX_LENGTH = 50


def generate(rng: random.Random, size: int) -> tuple[list[tuple[int, str]], list[str]]:
    """`size` events in any order, with equal timestamps, and a requirement that is at times impossible."""
    kinds = rng.choice([["a"], ["a", "b"], ["a", "b", "c"], ["a", "A", "", "ab", "x"], [f"k{i}" for i in range(12)]])
    weights = [rng.choice([1, 1, 5]) for _ in kinds]
    span = rng.choice([1, 3, max(1, size // 2), 2 * size + 1, 10**6])
    start = rng.choice([0, -span, -(span // 2), 10**9])
    events = [(start + rng.randrange(span), rng.choices(kinds, weights)[0]) for _ in range(size)]
    if rng.random() < 0.2:
        events.sort()
    longest = min(MAX_REQUIRED, max(1, size // rng.choice([2, 4, 8])))
    required = [rng.choice(kinds) for _ in range(rng.randint(1, longest))]
    if rng.random() < 0.05:
        required.append("never")
    return events, required[:MAX_REQUIRED]


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 2:
        raise ValueError("Two arguments are needed: events and required.")
    events, required = args
    if not isinstance(events, (list, tuple)):
        raise ValueError("events must be a list of (timestamp, type) tuples.")
    if len(events) > MAX_EVENTS:
        raise ValueError(f"There may be at most {MAX_EVENTS:,} events; this list has {len(events):,}.")
    for i, event in enumerate(events):
        if not isinstance(event, (list, tuple)) or len(event) != 2:
            raise ValueError(f"Event {i} must be a (timestamp, type) tuple.")
        timestamp, kind = event
        if isinstance(timestamp, bool) or not isinstance(timestamp, int) or abs(timestamp) > MAX_TIMESTAMP:
            raise ValueError(f"The timestamp of event {i} must be an int between -10**12 and 10**12.")
        if not isinstance(kind, str) or len(kind) > MAX_LENGTH:
            raise ValueError(f"The type of event {i} must be a string of at most 50 characters.")
    if not isinstance(required, (list, tuple)):
        raise ValueError("required must be a list of types.")
    if len(required) == 0:
        raise ValueError("required is empty: the contract asks for ValueError, so there is no answer to compare.")
    if len(required) > MAX_REQUIRED:
        raise ValueError(f"required may hold at most {MAX_REQUIRED:,} types; this list has {len(required):,}.")
    for i, kind in enumerate(required):
        if not isinstance(kind, str) or len(kind) > MAX_LENGTH:
            raise ValueError(f"required[{i}] must be a string of at most 50 characters.")
