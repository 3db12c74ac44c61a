import random

MAX_LENGTH = 10_000
MAX_CELLS = 1_000_000


def generate(rng: random.Random, size: int) -> tuple[str, str]:
    """Two valid strings of about `size` characters, at most 1,000 each.

    Most are edited copies of each other over few letters, so that many scripts are shortest; some are unrelated, and some are empty.
    """
    size = min(size, 1000)
    letters = "abcd" if size > 64 else rng.choice(["a", "ab", "ab", "abc", "aAbB ", "é" + "e\u0301" + "ß", "\U0001f600\uff5ea", "abcdefghij"])
    a = "".join(rng.choice(letters) for _ in range(size))
    if size <= 64 and rng.random() < 0.3:
        return a, "".join(rng.choice(letters) for _ in range(rng.randint(0, size)))
    edited = []
    for char in a:
        draw = rng.random()
        if draw < 0.1:
            edited.append(rng.choice(letters))
        elif draw < 0.2:
            edited.append(char + rng.choice(letters))
        elif draw >= 0.3:
            edited.append(char)
    return a, "".join(edited)[:1000]


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 2:
        raise ValueError("Two arguments are needed: a and b.")
    for name, text in zip("ab", args):
        if not isinstance(text, str):
            raise ValueError(f"{name} must be a string, not {type(text).__name__}.")
        if len(text) > MAX_LENGTH:
            raise ValueError(f"{name} has {len(text):,} characters; at most {MAX_LENGTH:,} are allowed.")
        if any("\ud800" <= char <= "\udfff" for char in text):
            raise ValueError(f"{name} contains a lone surrogate, which is not allowed.")
    if len(args[0]) * len(args[1]) > MAX_CELLS:
        raise ValueError(f"len(a) * len(b) must be at most {MAX_CELLS:,}.")
