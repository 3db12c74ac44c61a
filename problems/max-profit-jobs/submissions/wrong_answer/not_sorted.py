"""Takes the jobs as if they came by end.
edge: unsorted
"""

from bisect import bisect_right


def max_profit_jobs(jobs):
    if any(start >= end for start, end, _ in jobs):
        raise ValueError("a job has to end after it starts")

    by_end = jobs
    ends = [end for _, end, _ in by_end]
    best = [0]
    for start, _, profit in by_end:
        fitting = bisect_right(ends, start, 0, len(best) - 1)
        best.append(max(best[-1], best[fitting] + profit))
    return best[-1]
