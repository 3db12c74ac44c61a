"""Collects the members of each centre and averages their columns with fsum; min() over a key finds the nearest centre."""

from math import dist, fsum


def kmeans(points, init, max_iter=100):
    if len(points) == 0 or len(init) == 0 or max_iter <= 0 or len({len(row) for row in (*points, *init)}) != 1:
        raise ValueError("the arguments break the contract")
    k = len(init)

    def assign(centres):
        return [min(range(k), key=lambda c: dist(point, centres[c])) for point in points]

    def move(centres, labels):
        members = [[] for _ in range(k)]
        for point, label in zip(points, labels):
            members[label].append(point)
        return [
            tuple(fsum(column) / len(group) for column in zip(*group)) if group else tuple(centre)
            for group, centre in zip(members, centres)
        ]

    centres, labels, done = init, assign(init), 0
    while True:
        centres = move(centres, labels)
        fresh = assign(centres)
        done += 1
        if fresh == labels or done == max_iter:
            return centres, fresh
        labels = fresh
