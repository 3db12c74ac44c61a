"""Sweep the distinct timestamps once: an exact integer running sum for the mean, a monotonic deque each for min and max.

A float is an integer over a power of two, so over the largest denominator every value is an integer, and
adding and later subtracting integers leaves nothing behind.
"""

from collections import deque


def window_features(
    timestamps: list[int], values: list[float | None], window: int
) -> list[tuple[float | None, float | None, float | None]]:
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length")
    if window < 1:
        raise ValueError("window must be at least 1")

    n = len(timestamps)
    ratios = [None if v is None else v.as_integer_ratio() for v in values]
    scale = max((r[1] for r in ratios if r is not None), default=1)
    scaled = [None if r is None else r[0] * (scale // r[1]) for r in ratios]

    order = sorted(range(n), key=timestamps.__getitem__)
    rows = [(None, None, None)] * n
    lows = deque()  # indices into timestamps, their values strictly increasing
    highs = deque()  # the same, strictly decreasing
    total = count = 0
    left = right = 0  # the window is order[left:right]

    while right < n:
        now = timestamps[order[right]]
        first_peer = right
        while right < n and timestamps[order[right]] == now:
            i = order[right]
            right += 1
            v = values[i]
            if v is None:
                continue
            total += scaled[i]
            count += 1
            while lows and values[lows[-1]] >= v:
                lows.pop()
            lows.append(i)
            while highs and values[highs[-1]] <= v:
                highs.pop()
            highs.append(i)

        start = now - window
        while timestamps[order[left]] <= start:
            i = order[left]
            left += 1
            if values[i] is not None:
                total -= scaled[i]
                count -= 1
        while lows and timestamps[lows[0]] <= start:
            lows.popleft()
        while highs and timestamps[highs[0]] <= start:
            highs.popleft()

        if count:
            row = (total / (count * scale), values[lows[0]], values[highs[0]])
            for k in range(first_peer, right):
                rows[order[k]] = row

    return rows
