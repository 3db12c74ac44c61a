import random

MAX_ACCOUNTS = 100_000
MAX_LINKS = 200_000
MAX_NAMES = 100_000
MAX_LENGTH = 30
MAX_MIN_SIZE = 1_000_000

AWKWARD = ["a", "A", "b", "Z", "ab", "aB", "a ", "9", "10", "é", "e\u0301", "z", "ß", "ss", "n1", "n10", "n9", "\uff5e", "\U0001f600", "日本"]


def generate(rng: random.Random, size: int) -> tuple[list[str], list[tuple[str, str]], int]:
    """A valid random input of about `size` accounts and as many links.

    Small ones use few awkward names, some of them only in links, with repeated accounts, repeated links and self-links.
    Big ones have a steady shape: many rings of moderate size.
    """
    if size <= 64:
        pool = rng.sample(AWKWARD, rng.randint(1, len(AWKWARD)))
        listed = pool[: rng.randint(1, len(pool))]
        accounts = [rng.choice(listed) for _ in range(size)]
        links = [(rng.choice(pool), rng.choice(pool)) for _ in range(rng.randint(0, size))]
        links += [rng.choice([link, link[::-1]]) for link in links if rng.random() < 0.2]
        return accounts, links, rng.choice([1, 1, 2, 2, 3, 4, 6])

    names = [f"acc-{number}" for number in range(size)]
    rng.shuffle(names)
    links = []
    for _ in range(size):
        group = int(rng.random() * size) // 20 * 20
        links.append((names[group + int(rng.random() * 10)], names[group + int(rng.random() * 10)]) if group + 10 <= size else (names[group], names[-1]))
    return names, links, 2


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) not in (2, 3):
        raise ValueError("Two or three arguments are needed: accounts, links and, if it is not 2, min_size.")
    accounts, links = args[0], args[1]
    min_size = args[2] if len(args) == 3 else 2
    if not isinstance(accounts, list):
        raise ValueError("accounts must be a list of strings.")
    if not isinstance(links, list):
        raise ValueError("links must be a list of pairs of strings.")
    if len(accounts) > MAX_ACCOUNTS:
        raise ValueError(f"accounts may hold at most {MAX_ACCOUNTS:,} names, this list has {len(accounts):,}.")
    if len(links) > MAX_LINKS:
        raise ValueError(f"links may hold at most {MAX_LINKS:,} pairs, this list has {len(links):,}.")
    for position, account in enumerate(accounts):
        check_name(account, f"accounts[{position}]")
    names = set(accounts)
    for position, link in enumerate(links):
        if not isinstance(link, (tuple, list)) or len(link) != 2:
            raise ValueError(f"links[{position}] must be a pair of account names.")
        for side in (0, 1):
            check_name(link[side], f"links[{position}][{side}]")
            names.add(link[side])
    if len(names) > MAX_NAMES:
        raise ValueError(f"At most {MAX_NAMES:,} distinct names are allowed, these are {len(names):,}.")
    if not isinstance(min_size, int) or isinstance(min_size, bool):
        raise ValueError("min_size must be an int.")
    if min_size < 1:
        raise ValueError("min_size must be at least 1: the contract asks the solution to raise ValueError for less.")
    if min_size > MAX_MIN_SIZE:
        raise ValueError(f"min_size must be at most {MAX_MIN_SIZE:,}.")


def check_name(name: object, where: str) -> None:
    if not isinstance(name, str):
        raise ValueError(f"{where} must be a string, not {type(name).__name__}.")
    if not 1 <= len(name) <= MAX_LENGTH:
        raise ValueError(f"{where} has {len(name)} characters; 1 to {MAX_LENGTH} are allowed.")
    if any("\ud800" <= char <= "\udfff" for char in name):
        raise ValueError(f"{where} contains a lone surrogate, which is not allowed.")
