"""All starts and ends as one sorted list of events; at the same moment ends come first, since intervals are half-open."""

END, START = 0, 1


def max_profit_jobs(jobs):
    events = []
    for i, (start, end, _) in enumerate(jobs):
        if end - start < 1:
            raise ValueError("a job has to end after it starts")
        events.append((end, END, i))
        events.append((start, START, i))
    events.sort()
    total = {}
    best = 0
    for _, kind, i in events:
        if kind == START:
            total[i] = best + jobs[i][2]
        else:
            best = max(best, total.pop(i))
    return best
