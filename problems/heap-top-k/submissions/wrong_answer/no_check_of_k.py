"""Never checks k: a slice with a negative k returns all pairs but the last ones.
edge: k-negative
"""

from collections import Counter


def top_k_frequent(items, k):
    return sorted(Counter(items).items(), key=lambda pair: (-pair[1], pair[0]))[:k]
