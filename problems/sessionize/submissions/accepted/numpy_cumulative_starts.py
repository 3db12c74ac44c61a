"""lag and cumulative sum, as a database would do it."""

import numpy as np


def sessionize(events, gap):
    if gap < 0:
        raise ValueError("gap must not be negative")
    if not events:
        return []
    code_of = {}
    codes = np.array([code_of.setdefault(user, len(code_of)) for user, _ in events])
    times = np.array([timestamp for _, timestamp in events], dtype=np.int64)
    order = np.lexsort((times, codes))
    codes, times = codes[order], times[order]
    first = np.concatenate([[True], codes[1:] != codes[:-1]])
    new = np.concatenate([[False], np.diff(times) > gap]) & ~first
    count = np.cumsum(new)
    before = np.maximum.accumulate(np.where(first, count, 0))
    sessions = np.empty(len(events), dtype=np.int64)
    sessions[order] = count - before
    return sessions
