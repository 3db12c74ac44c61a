"""numpy: level k of a doubling table aggregates 2**k neighbours, and a window is a sum of one block per binary digit of its length."""

import numpy as np


def window_features(
    timestamps: list[int], values: list[float | None], window: int
) -> list[tuple[float | None, float | None, float | None]]:
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length")
    if window < 1:
        raise ValueError("window must be at least 1")
    if not timestamps:
        return []

    times = np.asarray(timestamps, dtype=np.int64)
    present = np.array([v is not None for v in values])
    known = np.array([v for v in values if v is not None], dtype=np.float64)
    known_times = times[present]
    order = np.argsort(known_times, kind="stable")
    known, known_times = known[order], known_times[order]

    position = np.searchsorted(known_times, times - window, side="right")
    end = np.searchsorted(known_times, times, side="right")
    count = end - position
    total = np.zeros(len(times))
    low = np.full(len(times), np.inf)
    high = np.full(len(times), -np.inf)

    sums = lows = highs = known
    width = 1
    while width <= len(known):
        rows = np.flatnonzero(count & width)
        at = position[rows]
        total[rows] += sums[at]
        low[rows] = np.minimum(low[rows], lows[at])
        high[rows] = np.maximum(high[rows], highs[at])
        position[rows] += width
        sums = sums[:-width] + sums[width:]
        lows = np.minimum(lows[:-width], lows[width:])
        highs = np.maximum(highs[:-width], highs[width:])
        width *= 2

    with np.errstate(invalid="ignore"):
        mean = total / count
    return [
        (m, a, b) if c else (None, None, None)
        for m, a, b, c in zip(mean.tolist(), low.tolist(), high.tolist(), count.tolist())
    ]
