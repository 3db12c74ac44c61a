"""The sum of a window is a difference of prefix sums, which carries the rounding of everything before it.
edge: magnitude-spike
"""

from bisect import bisect_right
from itertools import accumulate


def window_features(timestamps, values, window):
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length")
    if window < 1:
        raise ValueError("window must be at least 1")
    known = sorted(((t, v) for t, v in zip(timestamps, values) if v is not None), key=lambda p: p[0])
    times = [t for t, _ in known]
    xs = [v for _, v in known]
    prefix = list(accumulate(xs, initial=0.0))
    lows, highs = [xs], [xs]
    width = 1
    while 2 * width <= len(xs):
        a, b = lows[-1], highs[-1]
        lows.append([min(p, q) for p, q in zip(a, a[width:])])
        highs.append([max(p, q) for p, q in zip(b, b[width:])])
        width *= 2
    rows = []
    for t in timestamps:
        left, right = bisect_right(times, t - window), bisect_right(times, t)
        if left == right:
            rows.append((None, None, None))
            continue
        k = (right - left).bit_length() - 1
        other = right - (1 << k)
        mean = (prefix[right] - prefix[left]) / (right - left)
        rows.append((mean, min(lows[k][left], lows[k][other]), max(highs[k][left], highs[k][other])))
    return rows
