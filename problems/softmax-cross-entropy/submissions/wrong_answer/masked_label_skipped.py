"""Leaves rows with a masked label out of the loss.
edge: masked-label
"""

import math


def softmax_cross_entropy(logits, labels):
    n = len(logits)
    if n == 0 or len(labels) != n:
        raise ValueError("every row needs one label, and there must be a row")
    classes = len(logits[0])

    loss = 0.0
    gradient = []
    for row, label in zip(logits, labels):
        if len(row) != classes:
            raise ValueError("the rows differ in length")
        if not 0 <= label < classes:
            raise ValueError("a label names no class")
        if any(math.isnan(z) or z == math.inf for z in row):
            raise ValueError("a logit is NaN or infinite")
        if row[label] == -math.inf:
            gradient.append([0.0] * classes)
            continue

        top = max(row)
        weights = [math.exp(z - top) for z in row]
        total = sum(weights)
        loss += math.log(total) + (top - row[label])
        scale = 1.0 / (total * n)
        row_gradient = [weight * scale for weight in weights]
        row_gradient[label] -= 1.0 / n
        gradient.append(row_gradient)
    return loss / n, gradient
