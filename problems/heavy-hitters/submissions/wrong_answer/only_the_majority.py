"""Looks for a single candidate, as for k = 2.
edge: basic
"""


def heavy_hitters(stream, k):
    if k < 2:
        raise ValueError("k must be at least 2")
    candidate, votes = None, 0
    for item in stream:
        if votes == 0:
            candidate, votes = item, 1
        else:
            votes += 1 if item == candidate else -1
    return [candidate] if stream and stream.count(candidate) * k > len(stream) else []
