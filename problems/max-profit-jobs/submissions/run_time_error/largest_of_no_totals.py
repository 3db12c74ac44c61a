"""Takes the maximum of the totals without a zero among them.
edge: empty
"""

from bisect import bisect_right


def max_profit_jobs(jobs):
    if any(start >= end for start, end, _ in jobs):
        raise ValueError("a job has to end after it starts")

    by_end = sorted(jobs, key=lambda job: job[1])
    ends = [end for _, end, _ in by_end]
    best = [0]
    totals = []
    for start, _, profit in by_end:
        fitting = bisect_right(ends, start)
        totals.append(best[fitting] + profit)
        best.append(max(best[-1], totals[-1]))
    return max(0, max(totals))
