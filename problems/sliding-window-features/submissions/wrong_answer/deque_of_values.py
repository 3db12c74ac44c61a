"""The deques hold bare values and drop the front when it equals the value that leaves, though equal values were merged.
edge: duplicate-values
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
            while lows and lows[-1] >= v:
                lows.pop()
            lows.append(v)
            while highs and highs[-1] <= v:
                highs.pop()
            highs.append(v)
        while known and timestamps[known[0]] <= now - window:
            old = values[known.popleft()]
            total -= Fraction(old)
            if lows and lows[0] == old:
                lows.popleft()
            if highs and highs[0] == old:
                highs.popleft()
            count -= 1
        if count and lows and highs:
            for i in peers:
                rows[i] = (float(total / count), lows[0], highs[0])
    return rows
