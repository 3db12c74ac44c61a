"""Keeps the counters in a list of pairs and scans it for each item: O(n * k).
edge: large
"""


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    counters = []
    for item in stream:
        for pair in counters:
            if pair[0] == item:
                pair[1] += 1
                break
        else:
            if len(counters) < k - 1:
                counters.append([item, 1])
            else:
                counters = [[other, count - 1] for other, count in counters if count > 1]
    found = []
    for candidate, _ in counters:
        if sum(item == candidate for item in stream) * k > len(stream):
            found.append(candidate)
    return sorted(found)
