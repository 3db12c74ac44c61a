"""Merges jobs with the same start and end into one with the sum of their profits.
edge: identical-intervals
"""

from bisect import bisect_right


def max_profit_jobs(jobs):
    if any(start >= end for start, end, _ in jobs):
        raise ValueError("a job has to end after it starts")

    merged = {}
    for start, end, profit in jobs:
        merged[start, end] = merged.get((start, end), 0) + profit
    by_end = sorted([(*times, profit) for times, profit in merged.items()], key=lambda job: job[1])
    ends = [end for _, end, _ in by_end]
    best = [0]
    for start, _, profit in by_end:
        fitting = bisect_right(ends, start)
        best.append(max(best[-1], best[fitting] + profit))
    return best[-1]
