"""Cuts with most_common first and orders ties afterwards, so the first seen get in.
edge: tie-at-cutoff
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    top = Counter(items).most_common(k)
    return sorted(top, key=lambda pair: (-pair[1], pair[0]))
