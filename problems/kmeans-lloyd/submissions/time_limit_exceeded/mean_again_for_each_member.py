"""Goes over the points to move centres, and averages the whole cluster again for each of its members: O(n^2) per iteration.
edge: large
"""


def kmeans(points, init, max_iter=100):
    if not points or not init or max_iter < 1 or len({len(row) for row in [*points, *init]}) != 1:
        raise ValueError("the arguments break the contract")
    k = len(init)

    def squared(a, b):
        return sum((x - y) ** 2 for x, y in zip(a, b))

    centres = list(init)
    labels = [min(range(k), key=lambda c: squared(point, centres[c])) for point in points]
    for _ in range(max_iter):
        for label in labels:
            members = [other for other, its in zip(points, labels) if its == label]
            centres[label] = tuple(sum(column) / len(members) for column in zip(*members))
        fresh = [min(range(k), key=lambda c: squared(point, centres[c])) for point in points]
        if fresh == labels:
            break
        labels = fresh
    return centres, labels
