"""Keeps min and max, and rescans the window whenever one of them leaves: O(n * window) on monotone values.
edge: large
"""

from collections import deque
from fractions import Fraction


def window_features(timestamps, values, window):
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length")
    if window < 1:
        raise ValueError("window must be at least 1")
    n = len(timestamps)
    order = sorted(range(n), key=lambda i: timestamps[i])
    rows = [(None, None, None)] * n
    known = deque()
    low = high = None
    total, count = Fraction(0), 0
    right = 0
    while right < n:
        now = timestamps[order[right]]
        peers = []
        while right < n and timestamps[order[right]] == now:
            i = order[right]
            peers.append(i)
            right += 1
            v = values[i]
            if v is None:
                continue
            known.append(i)
            total += Fraction(v)
            count += 1
            low = v if low is None else min(low, v)
            high = v if high is None else max(high, v)
        while known and timestamps[known[0]] <= now - window:
            old = values[known.popleft()]
            total -= Fraction(old)
            count -= 1
            if old == low:
                low = min((values[i] for i in known), default=None)
            if old == high:
                high = max((values[i] for i in known), default=None)
        if count:
            for i in peers:
                rows[i] = (float(total / count), low, high)
    return rows
