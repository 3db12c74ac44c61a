def max_profit_jobs(jobs: list[tuple[int, int, int]]) -> int:
    """Return the largest total profit of jobs (start, end, profit) that do not overlap."""
    raise NotImplementedError
