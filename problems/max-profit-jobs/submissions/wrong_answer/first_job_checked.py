"""Checks the first job only.
edge: invalid-interval
"""

from bisect import bisect_right


def max_profit_jobs(jobs):
    if any(start >= end for start, end, _ in jobs[:1]):
        raise ValueError("a job has to end after it starts")

    by_end = sorted(jobs, key=lambda job: job[1])
    ends = [end for _, end, _ in by_end]
    best = [0]
    for start, _, profit in by_end:
        fitting = bisect_right(ends, start)
        best.append(max(best[-1], best[fitting] + profit))
    return best[-1]
