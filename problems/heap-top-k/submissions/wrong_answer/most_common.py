"""Uses Counter.most_common, which leaves equal counts in order of first appearance.
edge: ties
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    return Counter(items).most_common(k)
