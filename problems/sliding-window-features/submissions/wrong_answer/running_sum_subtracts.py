"""The running sum subtracts what leaves: the rounding error of a huge value stays behind.
edge: magnitude-spike
"""

from collections import deque


def window_features(timestamps, values, window):
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length")
    if window < 1:
        raise ValueError("window must be at least 1")
    n = len(timestamps)
    order = sorted(range(n), key=lambda i: timestamps[i])
    rows = [(None, None, None)] * n
    lows, highs, known = deque(), deque(), deque()
    total, count = 0.0, 0
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
            total += v
            count += 1
            while lows and values[lows[-1]] >= v:
                lows.pop()
            lows.append(i)
            while highs and values[highs[-1]] <= v:
                highs.pop()
            highs.append(i)
        while known and timestamps[known[0]] <= now - window:
            total -= values[known.popleft()]
            count -= 1
        while lows and timestamps[lows[0]] <= now - window:
            lows.popleft()
        while highs and timestamps[highs[0]] <= now - window:
            highs.popleft()
        if count:
            for i in peers:
                rows[i] = (total / count, values[lows[0]], values[highs[0]])
    return rows
