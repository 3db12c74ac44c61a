"""One pass per row for the maximum and the sum together: the sum is rescaled whenever the maximum moves (online softmax)."""

import math


def softmax_cross_entropy(logits, labels):
    if len(logits) == 0:
        raise ValueError("no rows")
    if len(logits) != len(labels):
        raise ValueError("rows and labels differ in number")
    n, width = len(logits), len(logits[0])
    result = []
    mean = 0.0
    for i in range(n):
        row, label = logits[i], labels[i]
        if len(row) != width or label not in range(width):
            raise ValueError("ragged rows, or a label out of range")
        top, total = -math.inf, 0.0
        for z in row:
            if z != z or z > 1.7e308:
                raise ValueError("NaN or +inf")
            if z == -math.inf:
                continue
            if z > top:
                total = total * math.exp(top - z) + 1.0
                top = z
            else:
                total += math.exp(z - top)
        gap = top - row[label]
        if math.isinf(row[label]):
            raise ValueError("masked label")
        mean += (gap + math.log(total)) / n
        result.append(
            [(0.0 if z == -math.inf else math.exp(z - top) / total / n) - (1 / n if j == label else 0.0) for j, z in enumerate(row)]
        )
    return mean, result
