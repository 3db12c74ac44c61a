"""Takes the highest count before knowing that there is one: max() of an empty sequence raises ValueError.
edge: empty
"""

from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    counts = Counter(items)
    buckets = [[] for _ in range(max(counts.values()) + 1)]
    for item, count in counts.items():
        buckets[count].append(item)
    result = []
    for count in range(len(buckets) - 1, 0, -1):
        result.extend((item, count) for item in sorted(buckets[count]))
    return result[:k]
