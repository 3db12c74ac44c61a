"""One round per recursive call, at most 100 deep, with the distances compared as (distance, index) pairs."""


def kmeans(points, init, max_iter=100):
    if max_iter < 1 or not len(points) or not len(init):
        raise ValueError("nothing to do")
    for row in points:
        if len(row) != len(init[0]):
            raise ValueError("dimensions differ")
    for row in init:
        if len(row) != len(init[0]):
            raise ValueError("dimensions differ")

    def assign(centres):
        labels = []
        for point in points:
            ranked = [(sum((a - b) ** 2 for a, b in zip(point, centre)), i) for i, centre in enumerate(centres)]
            labels.append(min(ranked)[1])
        return labels

    def round_(centres, labels, left):
        moved = [list(centre) for centre in centres]
        for c in set(labels):
            own = [point for point, label in zip(points, labels) if label == c]
            moved[c] = [sum(column) / len(own) for column in zip(*own)]
        fresh = assign(moved)
        return (moved, fresh) if fresh == labels or left == 1 else round_(moved, fresh, left - 1)

    return round_(init, assign(init), max_iter)
