"""Keeps the jobs in a dictionary keyed by end, so of several that end together one is left.
edge: nested
"""

from bisect import bisect_right


def max_profit_jobs(jobs):
    if any(start >= end for start, end, _ in jobs):
        raise ValueError("a job has to end after it starts")

    by_end = sorted({job[1]: job for job in jobs}.values(), key=lambda job: job[1])
    ends = [end for _, end, _ in by_end]
    best = [0]
    for start, _, profit in by_end:
        fitting = bisect_right(ends, start)
        best.append(max(best[-1], best[fitting] + profit))
    return best[-1]
