import random

MAX_LENGTH = 100_000
MAX_VALUE = 10**18


def generate(rng: random.Random, size: int) -> tuple[list[int]]:
    """A valid random input of `size` numbers.

    Small ones repeat few values, rise or fall in part, or lie close together near the limits. Big ones have a steady
    shape: a slow rise under noise.
    """
    if size <= 64:
        style = rng.choice(["few", "few", "rise", "fall", "distinct", "huge"])
        if style == "few":
            pool = [rng.randint(-3, 6) for _ in range(rng.randint(1, 6))]
            return ([rng.choice(pool) for _ in range(size)],)
        if style == "rise":
            return ([position + rng.randint(-3, 3) for position in range(size)],)
        if style == "fall":
            return ([-position + rng.randint(-2, 2) for position in range(size)],)
        if style == "distinct":
            nums = list(range(-(size // 2), size - size // 2))
            rng.shuffle(nums)
            return (nums,)
        return ([rng.choice([-1, 1]) * (MAX_VALUE - rng.randint(0, 3)) for _ in range(size)],)
    return ([position + int(rng.random() * size) for position in range(size)],)


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 1:
        raise ValueError("One argument is needed: nums.")
    nums = args[0]
    if not isinstance(nums, list):
        raise ValueError("nums must be a list of integers.")
    if len(nums) > MAX_LENGTH:
        raise ValueError(f"nums may hold at most {MAX_LENGTH:,} numbers, this list has {len(nums):,}.")
    for position, value in enumerate(nums):
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(f"nums[{position}] must be an int, not {type(value).__name__}.")
        if abs(value) > MAX_VALUE:
            raise ValueError(f"nums[{position}] must lie between -10**18 and 10**18.")
