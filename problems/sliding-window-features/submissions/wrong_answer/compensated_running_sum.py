"""A running sum with Neumaier compensation: the loss moves 16 digits down, and enough huge values still leave an error.
edge: large
"""

from collections import deque


def add(total, lost, x):
    new = total + x
    lost += (total - new) + x if abs(total) >= abs(x) else (x - new) + total
    return new, lost


def window_features(timestamps, values, window):
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length")
    if window < 1:
        raise ValueError("window must be at least 1")
    n = len(timestamps)
    order = sorted(range(n), key=lambda i: timestamps[i])
    rows = [(None, None, None)] * n
    lows, highs, known = deque(), deque(), deque()
    total = lost = 0.0
    count = 0
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
            total, lost = add(total, lost, v)
            count += 1
            while lows and values[lows[-1]] >= v:
                lows.pop()
            lows.append(i)
            while highs and values[highs[-1]] <= v:
                highs.pop()
            highs.append(i)
        while known and timestamps[known[0]] <= now - window:
            total, lost = add(total, lost, -values[known.popleft()])
            count -= 1
        while lows and timestamps[lows[0]] <= now - window:
            lows.popleft()
        while highs and timestamps[highs[0]] <= now - window:
            highs.popleft()
        if count:
            for i in peers:
                rows[i] = ((total + lost) / count, values[lows[0]], values[highs[0]])
    return rows
