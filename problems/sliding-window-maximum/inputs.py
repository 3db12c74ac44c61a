"""Random inputs for stress and timing, and the check of a user's own input."""

import random

MAX_ITEMS = 200_000
MAX_VALUE = 10**18
MAX_K = 10**9


def generate(rng: random.Random, size: int) -> tuple[list[int], int]:
    """A list of `size` integers, most often with many equal ones, and a window length that is at times beyond it."""
    shape = rng.choice(["few", "few", "negative", "wide", "huge", "rising", "falling", "constant", "saw"])
    if shape == "few":
        nums = [rng.randint(-2, 2) for _ in range(size)]
    elif shape == "negative":
        nums = [-rng.randint(1, 4) for _ in range(size)]
    elif shape == "wide":
        nums = [rng.randint(-size - 1, size + 1) for _ in range(size)]
    elif shape == "huge":
        nums = [rng.choice([1, -1]) * (MAX_VALUE - rng.randint(0, 3)) for _ in range(size)]
    elif shape == "rising":
        nums = sorted(rng.randint(-size, size) for _ in range(size))
    elif shape == "falling":
        nums = sorted((rng.randint(-size, size) for _ in range(size)), reverse=True)
    elif shape == "constant":
        nums = [rng.choice([0, -7, 3])] * size
    else:
        period = rng.randint(2, 5)
        nums = [i % period for i in range(size)]
    if size > 64:
        return nums, size // 2
    k = rng.choice([1, 2, 3, max(size - 1, 1), max(size, 1), size + 1, rng.randint(1, size + 2), rng.randint(1, size + 2)])
    return nums, k


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 2:
        raise ValueError("Two arguments are needed: nums and k.")
    nums, k = args
    if not isinstance(nums, (list, tuple)):
        raise ValueError("nums must be a list of ints.")
    if len(nums) > MAX_ITEMS:
        raise ValueError(f"nums may hold at most {MAX_ITEMS:,} elements; this list has {len(nums):,}.")
    for i, value in enumerate(nums):
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError(f"nums[{i}] must be an int.")
        if abs(value) > MAX_VALUE:
            raise ValueError(f"nums[{i}] must lie between -10**18 and 10**18.")
    if isinstance(k, bool) or not isinstance(k, int):
        raise ValueError("k must be an int.")
    if k < 1:
        raise ValueError("k must be at least 1: the contract asks the solution to raise ValueError for k < 1.")
    if k > MAX_K:
        raise ValueError("k must be at most 10**9.")
