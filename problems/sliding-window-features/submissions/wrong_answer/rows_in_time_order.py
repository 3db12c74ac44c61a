"""Returns the rows in time order instead of input order.
edge: output-order
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
    lows, highs, known = deque(), deque(), deque()
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
            while lows and values[lows[-1]] >= v:
                lows.pop()
            lows.append(i)
            while highs and values[highs[-1]] <= v:
                highs.pop()
            highs.append(i)
        while known and timestamps[known[0]] <= now - window:
            total -= Fraction(values[known.popleft()])
            count -= 1
        while lows and timestamps[lows[0]] <= now - window:
            lows.popleft()
        while highs and timestamps[highs[0]] <= now - window:
            highs.popleft()
        if count:
            for i in peers:
                rows[i] = (float(total / count), values[lows[0]], values[highs[0]])
    return [rows[i] for i in order]
