"""Takes the job that ends first, then the next one that fits: right only when all profits are equal.
edge: greedy-trap
"""

def max_profit_jobs(jobs):
    if any(start >= end for start, end, _ in jobs):
        raise ValueError("a job has to end after it starts")
    total, free = 0, None
    for start, end, profit in sorted(jobs, key=lambda job: job[1]):
        if profit > 0 and (free is None or start >= free):
            total, free = total + profit, end
    return total
