"""From the last start backwards: take a job and go on with the first one that starts at its end or later, or leave it."""

from bisect import bisect_left
from operator import itemgetter


def max_profit_jobs(jobs):
    for start, end, _ in jobs:
        if not start < end:
            raise ValueError("a job has to end after it starts")
    ordered = sorted(jobs, key=itemgetter(0))
    starts = list(map(itemgetter(0), ordered))
    answer = [0] * (len(ordered) + 1)
    for i in reversed(range(len(ordered))):
        _, end, profit = ordered[i]
        answer[i] = max(answer[i + 1], profit + answer[bisect_left(starts, end, i + 1)])
    return answer[0]
