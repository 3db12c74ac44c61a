"""Stops when no centre has moved by more than 1e-4.
edge: stop-condition
"""

import math


def nearest(point, centres):
    best, least = 0, math.inf
    for index, centre in enumerate(centres):
        distance = 0.0
        for a, b in zip(point, centre):
            distance += (a - b) * (a - b)
        if distance < least:
            best, least = index, distance
    return best


def kmeans(points, init, max_iter=100):
    if not points or not init:
        raise ValueError("points and init must not be empty")
    if max_iter < 1:
        raise ValueError("max_iter must be at least 1")
    dimension = len(points[0])
    if any(len(row) != dimension for row in [*points, *init]):
        raise ValueError("points and centres must have one dimension")

    centres = list(init)
    labels = [nearest(point, centres) for point in points]
    for _ in range(max_iter):
        old = list(centres)
        sums = [[0.0] * dimension for _ in centres]
        counts = [0] * len(centres)
        for point, label in zip(points, labels):
            counts[label] += 1
            for j, x in enumerate(point):
                sums[label][j] += x
        for index, count in enumerate(counts):
            if count > 0:
                centres[index] = tuple(total / count for total in sums[index])

        previous, labels = labels, [nearest(point, centres) for point in points]
        if max(math.dist(a, b) for a, b in zip(old, centres)) < 1e-4:
            break
    return centres, labels
