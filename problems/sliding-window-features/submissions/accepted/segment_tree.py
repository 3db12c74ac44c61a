"""Sort, find each window with bisect, and answer it from three bottom-up segment trees (sum, min, max)."""

from bisect import bisect_right


def window_features(
    timestamps: list[int], values: list[float | None], window: int
) -> list[tuple[float | None, float | None, float | None]]:
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length")
    if window < 1:
        raise ValueError("window must be at least 1")

    present = sorted((i for i, v in enumerate(values) if v is not None), key=lambda i: timestamps[i])
    times = [timestamps[i] for i in present]
    n = len(present)
    leaves = [values[i] for i in present]
    sums = [0.0] * n + leaves
    lows = [0.0] * n + leaves
    highs = [0.0] * n + leaves
    for node in range(n - 1, 0, -1):
        a, b = 2 * node, 2 * node + 1
        sums[node] = sums[a] + sums[b]
        lows[node] = min(lows[a], lows[b])
        highs[node] = max(highs[a], highs[b])

    def query(left, right):
        count = right - left
        if count == 0:
            return (None, None, None)
        total = 0.0
        low, high = float("inf"), float("-inf")
        left += n
        right += n
        while left < right:
            if left & 1:
                total += sums[left]
                low = min(low, lows[left])
                high = max(high, highs[left])
                left += 1
            if right & 1:
                right -= 1
                total += sums[right]
                low = min(low, lows[right])
                high = max(high, highs[right])
            left >>= 1
            right >>= 1
        return (total / count, low, high)

    return [query(bisect_right(times, t - window), bisect_right(times, t)) for t in timestamps]
