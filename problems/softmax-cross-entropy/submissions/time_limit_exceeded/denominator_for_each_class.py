"""Adds up the denominator again for every class: O(n * C^2).
edge: large
"""

import math


def softmax_cross_entropy(logits, labels):
    n = len(logits)
    if n == 0 or len(labels) != n:
        raise ValueError("every row needs one label, and there must be a row")
    for row, label in zip(logits, labels):
        if len(row) != len(logits[0]) or not 0 <= label < len(row) or row[label] == -math.inf:
            raise ValueError("ragged, or a label that is out of range or masked")
        if any(z != z or z == math.inf for z in row):
            raise ValueError("NaN or +inf")

    def probability(row, j):
        return 0.0 if row[j] == -math.inf else 1 / sum(math.exp(min(z - row[j], 700.0)) for z in row)

    gradient = [[(probability(row, j) - (j == label)) / n for j in range(len(row))] for row, label in zip(logits, labels)]
    loss = 0.0
    for row, label in zip(logits, labels):
        top = max(row)
        loss += math.log(sum(math.exp(z - top) for z in row)) + top - row[label]
    return loss / n, gradient
