"""Chains a job to the last one that fits before it, although a better chain may end earlier.
edge: greedy-trap
"""

from bisect import bisect_right


def max_profit_jobs(jobs):
    if any(start >= end for start, end, _ in jobs):
        raise ValueError("a job has to end after it starts")

    by_end = sorted(jobs, key=lambda job: job[1])
    ends = [end for _, end, _ in by_end]
    best = [0]
    chain = [0]
    for start, _, profit in by_end:
        fitting = bisect_right(ends, start)
        chain.append(max(chain[fitting] + profit, profit))
        best.append(max(best[-1], chain[-1]))
    return best[-1]
