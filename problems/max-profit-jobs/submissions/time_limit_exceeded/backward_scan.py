"""Walks back from each job until one fits: O(n^2) when many jobs overlap.
edge: large
"""


def max_profit_jobs(jobs):
    if any(start >= end for start, end, _ in jobs):
        raise ValueError("a job has to end after it starts")
    by_end = sorted(jobs, key=lambda job: job[1])
    best = [0]
    for i, (start, _, profit) in enumerate(by_end):
        j = i
        while j > 0 and by_end[j - 1][1] > start:
            j -= 1
        best.append(max(best[-1], best[j] + profit))
    return best[-1]
