"""Breaks ties by the first letter only, so longer strings with the same start stay in order of appearance.
edge: prefix-strings
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    return sorted(Counter(items).items(), key=lambda pair: (-pair[1], pair[0][:1]))[:k]
