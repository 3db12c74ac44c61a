"""Sweep by start: a heap holds the running jobs with their totals; whatever has ended raises the best total so far."""

import heapq


def max_profit_jobs(jobs):
    running = []
    finished = 0
    for start, end, profit in sorted(jobs):
        if end <= start:
            raise ValueError("a job has to end after it starts")
        while running and running[0][0] <= start:
            finished = max(finished, heapq.heappop(running)[1])
        heapq.heappush(running, (end, finished + profit))
    return max([finished, *(total for _, total in running)])
