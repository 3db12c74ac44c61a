"""Sweeps row by row, so an event does not see the events of its own timestamp that come after it.
edge: duplicate-timestamps
"""

from collections import deque
from fractions import Fraction


def window_features(timestamps, values, window):
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length")
    if window < 1:
        raise ValueError("window must be at least 1")
    known = deque()
    lows, highs = deque(), deque()
    total, count = Fraction(0), 0
    rows = [(None, None, None)] * len(timestamps)
    for i in sorted(range(len(timestamps)), key=lambda i: timestamps[i]):
        start = timestamps[i] - window
        v = values[i]
        if v is not None:
            known.append(i)
            total += Fraction(v)
            count += 1
            while lows and values[lows[-1]] >= v:
                lows.pop()
            lows.append(i)
            while highs and values[highs[-1]] <= v:
                highs.pop()
            highs.append(i)
        while known and timestamps[known[0]] <= start:
            total -= Fraction(values[known.popleft()])
            count -= 1
        while lows and timestamps[lows[0]] <= start:
            lows.popleft()
        while highs and timestamps[highs[0]] <= start:
            highs.popleft()
        if count:
            rows[i] = (float(total / count), values[lows[0]], values[highs[0]])
    return rows
