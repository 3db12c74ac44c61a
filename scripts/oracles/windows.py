"""Windows over time: each window looked up anew."""

import math
from collections import Counter
from fractions import Fraction
from itertools import product

from .registry import oracle


@oracle("sliding-window-features", "every window anew, in fractions", limit=600)
def window_features(timestamps, values, window):
    rows = []
    for now in timestamps:
        seen = [v for t, v in zip(timestamps, values) if now - window < t <= now and v is not None]
        rows.append((float(sum(map(Fraction, seen)) / len(seen)), min(seen), max(seen)) if seen else (None, None, None))
    return rows


def _short_lists(values, most):
    return (list(one) for n in range(most + 1) for one in product(values, repeat=n))


@oracle(
    "sliding-window-maximum",
    "max of every window",
    limit=2000,
    every=lambda: ((nums, k) for nums in _short_lists((-1, 0, 1), 6) for k in range(1, 8)),
)
def sliding_window_max(nums, k):
    return [max(nums[i : i + k]) for i in range(len(nums) - k + 1)]


@oracle("sliding-window-maximum", "rolling(k).max()", library="pandas", limit=None)
def sliding_window_max_library(nums, k):
    import pandas as pd

    if k > len(nums):
        return []
    # Ranks: pandas computes in floats, and the numbers have up to 60 bits.
    levels = sorted(set(nums))
    rank = {value: i for i, value in enumerate(levels)}
    rolled = pd.Series([rank[value] for value in nums]).rolling(k).max()
    return [levels[int(i)] for i in rolled[k - 1 :]]


@oracle(
    "card-velocity",
    "every event anew",
    limit=600,
    every=lambda: (
        (events, window) for events in _short_lists(((0, "a", 1), (1, "a", -2), (2, "b", 3), (2, "a", 5)), 4) for window in (1, 2, 3)
    ),
)
def card_velocity(events, window):
    rows = []
    for now, card, _ in events:
        seen = [amount for t, other, amount in events if other == card and now - window <= t < now]
        rows.append((len(seen), sum(seen)))
    return rows


@oracle(
    "sessionize",
    "the pauses before every event, counted",
    limit=400,
    every=lambda: (
        (events, gap) for events in _short_lists((("u", 0), ("u", 1), ("u", 3), ("v", 3)), 5) for gap in (0, 1, 2)
    ),
)
def sessionize(events, gap):
    answer = []
    for user, now in events:
        times = sorted({t for other, t in events if other == user and t <= now})
        answer.append(sum(later - earlier > gap for earlier, later in zip(times, times[1:])))
    return answer


@oracle(
    "rolling-anomalies",
    "squares compared as fractions, without a root",
    limit=400,
    every=lambda: (
        (values, window, threshold)
        for values in _short_lists((0, 1, 4), 5)
        for window in (2, 3)
        for threshold in (0.5, 1.0, 3.0)
    ),
)
def rolling_anomalies(values, window, threshold):
    found = []
    for i in range(window, len(values)):
        past = [Fraction(v) for v in values[i - window : i]]
        mean = sum(past) / window
        variance = sum((v - mean) ** 2 for v in past) / window
        if (Fraction(values[i]) - mean) ** 2 > Fraction(threshold) ** 2 * variance:
            found.append(i)
    return found


@oracle(
    "shortest-covering-window",
    "every pair of timestamps",
    limit=60,
    every=lambda: (
        (events, required)
        for events in _short_lists(((0, "a"), (1, "b"), (2, "a"), (2, "b"), (3, "c")), 4)
        for required in (["a"], ["a", "b"], ["a", "a"], ["c", "a"])
    ),
)
def shortest_covering_window(events, required):
    times = sorted({t for t, _ in events})
    best = (math.inf, None, None)
    for start in times:
        for end in times:
            inside = Counter(kind for t, kind in events if start <= t <= end)
            if start <= end and not Counter(required) - inside:
                best = min(best, (end - start, start, end), key=lambda one: one[:2] if one[1] is not None else one[:1])
    return None if best[1] is None else best[1:]
