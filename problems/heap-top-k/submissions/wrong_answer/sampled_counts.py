"""Counts only every tenth item of a long list and scales up, which is an estimate.
edge: large
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    step = 10 if len(items) > 10_000 else 1
    counts = Counter(items[::step])
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
    return [(item, count * step) for item, count in ranked]
