"""Random inputs for stress and timing, and the check of a user's own input."""

import random

MAX_JOBS = 100_000
BOUND = 10**12


def generate(rng: random.Random, size: int) -> tuple:
    """`size` jobs; small inputs are crowded, with many that touch, nest, repeat or lose money."""
    if size <= 64:
        span = rng.choice([3, 6, 12, 30])
        profits = rng.choice([(1, 1), (1, 5), (-3, 6), (-5, 0), (1, 100)])
        jobs = []
        for _ in range(size):
            start = rng.randint(-span, span - 1)
            end = rng.randint(start + 1, min(span, start + rng.choice([1, 3, span * 2])))
            jobs.append((start, end, rng.randint(*profits)))
            if jobs and rng.random() < 0.15:
                jobs[-1] = rng.choice(jobs)
        return (jobs,)
    span = 20 * size
    jobs = []
    for _ in range(size):
        start = rng.randrange(span)
        jobs.append((start, start + rng.randint(1, 200), rng.randint(-10, 1000)))
    return (jobs,)


def validate(*args: object) -> None:
    """Raise ValueError, saying what is wrong, unless the arguments keep the contract and the limits."""
    if len(args) != 1:
        raise ValueError(f"One argument is needed, the list of jobs; got {len(args)}.")
    (jobs,) = args
    if not isinstance(jobs, (list, tuple)):
        raise ValueError("jobs must be a list of (start, end, profit) tuples.")
    if len(jobs) > MAX_JOBS:
        raise ValueError(f"At most {MAX_JOBS:,} jobs are allowed; got {len(jobs):,}.")
    for i, job in enumerate(jobs):
        if not isinstance(job, (list, tuple)) or len(job) != 3:
            raise ValueError(f"jobs[{i}] must be a tuple (start, end, profit).")
        if any(isinstance(x, bool) or not isinstance(x, int) for x in job):
            raise ValueError(f"jobs[{i}] must hold ints.")
        if any(abs(x) > BOUND for x in job):
            raise ValueError(f"The numbers of jobs[{i}] must lie between -10**12 and 10**12.")
        if job[0] >= job[1]:
            raise ValueError(f"jobs[{i}] does not end after it starts: the contract asks for ValueError.")
