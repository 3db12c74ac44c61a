"""Takes the most profitable job that still fits, again and again.
edge: greedy-trap
"""

def max_profit_jobs(jobs):
    if any(start >= end for start, end, _ in jobs):
        raise ValueError("a job has to end after it starts")
    chosen = []
    for start, end, profit in sorted(jobs, key=lambda job: -job[2]):
        if profit > 0 and all(end <= s or start >= e for s, e, _ in chosen):
            chosen.append((start, end, profit))
    return sum(profit for _, _, profit in chosen)
