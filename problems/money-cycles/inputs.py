import random

MAX_TRANSFERS = 200_000
MAX_ACCOUNTS = 100_000
MAX_LENGTH = 30

AWKWARD = ["a", "A", "b", "Z", "ab", "aB", "n10", "n9", "é", "e\u0301", "z", "ß", "\uff5e", "\U0001f600", "日本"]


def generate(rng: random.Random, size: int) -> tuple[list[tuple[str, str]]]:
    """A valid random input of `size` transfers.

    Small ones have about as many accounts as transfers, with self-transfers, repetitions and cycles that share accounts. Big ones have a
    steady shape: half as many accounts as transfers, money going round in blocks of ten and onwards between blocks.
    """
    if size <= 64:
        pool = [name + str(number or "") for number in range(size // 15 + 1) for name in AWKWARD]
        pool = rng.sample(pool, min(len(pool), max(1, size * rng.choice([2, 3, 4]) // 4)))
        transfers = [(rng.choice(pool), rng.choice(pool)) for _ in range(size)]
        for position in range(1, size):
            if rng.random() < 0.15:
                transfers[position] = transfers[rng.randrange(position)]
        return (transfers,)

    count = max(size // 2, 1)
    transfers = []
    for _ in range(size):
        a = int(rng.random() * count)
        b = a // 10 * 10 + int(rng.random() * 10) if rng.random() < 0.6 else a + int(rng.random() * 50)
        transfers.append((f"n{a}", f"n{min(b, count - 1)}"))
    return (transfers,)


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 1:
        raise ValueError("One argument is needed: transfers.")
    transfers = args[0]
    if not isinstance(transfers, list):
        raise ValueError("transfers must be a list of pairs of strings.")
    if len(transfers) > MAX_TRANSFERS:
        raise ValueError(f"transfers may hold at most {MAX_TRANSFERS:,} pairs, this list has {len(transfers):,}.")
    names = set()
    for position, transfer in enumerate(transfers):
        if not isinstance(transfer, (tuple, list)) or len(transfer) != 2:
            raise ValueError(f"transfers[{position}] must be a pair of account names.")
        for side in (0, 1):
            check_name(transfer[side], f"transfers[{position}][{side}]")
            names.add(transfer[side])
    if len(names) > MAX_ACCOUNTS:
        raise ValueError(f"At most {MAX_ACCOUNTS:,} accounts are allowed, these are {len(names):,}.")


def check_name(name: object, where: str) -> None:
    if not isinstance(name, str):
        raise ValueError(f"{where} must be a string, not {type(name).__name__}.")
    if not 1 <= len(name) <= MAX_LENGTH:
        raise ValueError(f"{where} has {len(name)} characters; 1 to {MAX_LENGTH} are allowed.")
    if any("\ud800" <= char <= "\udfff" for char in name):
        raise ValueError(f"{where} contains a lone surrogate, which is not allowed.")
