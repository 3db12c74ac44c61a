"""Random inputs for stress and timing, and the check of a user's own input."""

import random

MAX_OBSERVATIONS = 5_000
MAX_STATES = 20


def generate(rng: random.Random, size: int) -> tuple:
    """A model of a few states and `size` observations; many entries are equal, zero, missing or tiny."""
    length = min(size, MAX_OBSERVATIONS)
    states = [f"s{i}" for i in range(rng.randint(1, 4) if size <= 64 else 5)]
    symbols = ["x", "y", "z"][: rng.randint(1, 3)]
    palette = rng.choice([[0.5], [0.25, 0.5], [0.1, 0.2, 0.7], [0.9, 1e-200], [0.0, 0.5, 1.0], [0.3, 0.31, 0.0]])
    missing = rng.choice([0.0, 0.0, 0.1, 0.3])

    def row(keys: list[str]) -> dict[str, float]:
        return {key: rng.choice(palette) for key in keys if rng.random() >= missing}

    start = row(states)
    transitions = {state: row(states) for state in states if rng.random() >= missing / 3}
    emissions = {state: row(symbols) for state in states if rng.random() >= missing / 3}
    return [rng.choice(symbols) for _ in range(length)], states, start, transitions, emissions


def check_row(row: object, what: str) -> None:
    if not isinstance(row, dict):
        raise ValueError(f"{what} must be a dict of probabilities.")
    for key, value in row.items():
        if not isinstance(key, str):
            raise ValueError(f"The keys of {what} must be strings.")
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
            raise ValueError(f"{what}[{key!r}] must be a probability from 0 to 1.")


def validate(*args: object) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract and the limits."""
    if len(args) != 5:
        raise ValueError(f"Five arguments are needed (obs, states, start_p, trans_p, emit_p); got {len(args)}.")
    obs, states, start_p, trans_p, emit_p = args
    for name, names in (("obs", obs), ("states", states)):
        if not isinstance(names, (list, tuple)) or any(not isinstance(item, str) for item in names):
            raise ValueError(f"{name} must be a list of strings.")
    if len(obs) > MAX_OBSERVATIONS:
        raise ValueError(f"At most {MAX_OBSERVATIONS:,} observations are allowed; got {len(obs):,}.")
    if not 1 <= len(states) <= MAX_STATES:
        raise ValueError(f"From 1 to {MAX_STATES} states are needed; got {len(states)}.")
    if len(set(states)) < len(states) or "" in states:
        raise ValueError("The states must be distinct, and none may be the empty string.")
    check_row(start_p, "start_p")
    for name, table in (("trans_p", trans_p), ("emit_p", emit_p)):
        if not isinstance(table, dict):
            raise ValueError(f"{name} must be a dict of dicts.")
        for state, row in table.items():
            check_row(row, f"{name}[{state!r}]")
