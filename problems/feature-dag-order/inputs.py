import random

MAX_FEATURES = 100_000
MAX_NEEDS = 200_000
MAX_LENGTH = 30

AWKWARD = ["a", "A", "b", "Z", "ab", "aB", "a ", "f9", "f10", "f1", "é", "e\u0301", "z", "ß", "ss", "c", "\uff5e", "\U0001f600", "日本", "0"]


def generate(rng: random.Random, size: int) -> tuple[dict[str, list[str]]]:
    """A valid random input of about `size` features; it never holds a cycle.

    Small ones use awkward names, repeated needs and names that occur only in a list. Big ones have a steady shape: two
    needs for each feature.
    """
    if size <= 64:
        hidden = [rng.choice(AWKWARD) + str(number // 7 or "") for number in range(size)]
        hidden = list(dict.fromkeys(hidden))
    else:
        hidden = [f"feature-{number}" for number in range(size)]
    rng.shuffle(hidden)
    deps = {}
    for position, feature in enumerate(hidden):
        width = 2 if size > 64 else rng.choice([0, 0, 1, 1, 2, 4])
        needs = [hidden[int(rng.random() * position)] for _ in range(width)] if position else []
        if needs or size > 64 or rng.random() < 0.7:
            deps[feature] = needs
    keys = list(deps)
    rng.shuffle(keys)
    return ({key: deps[key] for key in keys},)


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 1:
        raise ValueError("One argument is needed: deps.")
    deps = args[0]
    if not isinstance(deps, dict):
        raise ValueError("deps must be a dict from a feature to the list of features that it needs.")
    total = 0
    names = set()
    for feature, needs in deps.items():
        check_name(feature, "a key of deps")
        if not isinstance(needs, list):
            raise ValueError(f"deps[{feature!r}] must be a list of strings.")
        for need in needs:
            check_name(need, f"a name in deps[{feature!r}]")
        names.add(feature)
        names.update(needs)
        total += len(needs)
    if total > MAX_NEEDS:
        raise ValueError(f"The lists may hold at most {MAX_NEEDS:,} names in all, these hold {total:,}.")
    if len(names) > MAX_FEATURES:
        raise ValueError(f"At most {MAX_FEATURES:,} features are allowed, these are {len(names):,}.")
    if has_cycle(deps):
        raise ValueError("The features need each other in a cycle: the contract asks the solution to raise ValueError.")


def has_cycle(deps: dict[str, list[str]]) -> bool:
    done, open_now = set(), set()
    for start in deps:
        stack = [(start, False)]
        while stack:
            feature, finished = stack.pop()
            if finished:
                open_now.discard(feature)
                done.add(feature)
            elif feature in open_now:
                return True
            elif feature not in done:
                open_now.add(feature)
                stack.append((feature, True))
                stack.extend((need, False) for need in deps.get(feature, ()) if need not in done)
    return False


def check_name(name: object, what: str) -> None:
    if not isinstance(name, str):
        raise ValueError(f"{what} must be a string, not {type(name).__name__}.")
    if not 1 <= len(name) <= MAX_LENGTH:
        raise ValueError(f"{what} has {len(name)} characters; 1 to {MAX_LENGTH} are allowed.")
    if any("\ud800" <= char <= "\udfff" for char in name):
        raise ValueError(f"{what} contains a lone surrogate, which is not allowed.")
