import random

MAX_FILES = 50_000
MAX_SIZE = 10**12


def generate(rng: random.Random, size: int) -> tuple[list[int], int]:
    """A valid random input of `size` files; small ones are rich in equal sizes, exact fits, zeros and oversized files."""
    if size <= 64:
        target = rng.choice([1, 2, 5, 10, 10, 12, 100])
        highest = rng.choice([1, max(target // 2, 1), target, target + 2, 2 * target])
        return [rng.randint(0, highest) for _ in range(size)], target
    target = 1_000_000
    low, high = rng.choice([(1, target), (target // 4, target // 2), (target // 3, target), (1, target // 3)])
    return [low + int(rng.random() * (high - low)) for _ in range(size)], target


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 2:
        raise ValueError("Two arguments are needed: sizes and target.")
    sizes, target = args
    if not isinstance(sizes, list):
        raise ValueError("sizes must be a list of ints.")
    if len(sizes) > MAX_FILES:
        raise ValueError(f"There may be at most {MAX_FILES:,} files, not {len(sizes):,}.")
    for number, size in enumerate(sizes):
        if not isinstance(size, int) or isinstance(size, bool):
            raise ValueError(f"sizes[{number}] must be an int.")
        if size < 0:
            raise ValueError(f"sizes[{number}] is negative: the contract asks the solution to raise ValueError then.")
        if size > MAX_SIZE:
            raise ValueError(f"sizes[{number}] is larger than 10**12.")
    if not isinstance(target, int) or isinstance(target, bool):
        raise ValueError("target must be an int.")
    if target < 1:
        raise ValueError("target must be at least 1: the contract asks the solution to raise ValueError otherwise.")
    if target > MAX_SIZE:
        raise ValueError("target must be at most 10**12.")
