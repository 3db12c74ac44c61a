"""Orders tied items by UTF-16 code units, as a port from Java or JavaScript would.
edge: unicode
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    counts = Counter(items)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].encode("utf-16-be")))[:k]
