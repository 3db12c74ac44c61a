"""Turns the string order round with negated code points, which evicts prefixes before longer strings.
edge: prefix-strings
"""

import heapq
from collections import Counter


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    heap = []
    for item, count in Counter(items).items():
        heapq.heappush(heap, (count, [-ord(char) for char in item], item))
        if len(heap) > k:
            heapq.heappop(heap)
    result = []
    while heap:
        count, _, item = heapq.heappop(heap)
        result.append((item, count))
    return result[::-1]
