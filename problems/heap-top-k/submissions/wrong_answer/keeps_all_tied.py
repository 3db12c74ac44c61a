"""Returns every item that is tied with the last place, hence more than k pairs.
edge: tie-at-cutoff
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    ranked = sorted(Counter(items).items(), key=lambda pair: (-pair[1], pair[0]))
    if k == 0 or k >= len(ranked):
        return ranked[:k]
    lowest = ranked[k - 1][1]
    return [pair for pair in ranked if pair[1] >= lowest]
