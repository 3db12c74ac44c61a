"""Counts runs in a sorted copy, but records a run only when the item changes, so the last one is lost.
edge: single-item
"""


def top_k_frequent(items, k):
    if k < 0:
        raise ValueError("k must not be negative")
    ordered = sorted(items)
    pairs = []
    run = 1
    for before, item in zip(ordered, ordered[1:]):
        if item == before:
            run += 1
        else:
            pairs.append((before, run))
            run = 1
    pairs.sort(key=lambda pair: -pair[1])
    return pairs[:k]
