"""The whole batch at once. Raggedness and labels are checked first, since numpy indexes from the end."""

import numpy as np


def softmax_cross_entropy(logits, labels):
    n = len(logits)
    if n == 0 or len(labels) != n or any(len(row) != len(logits[0]) for row in logits):
        raise ValueError("shapes do not agree")
    z = np.array(logits, dtype=float)
    t = np.array(labels)
    if np.isnan(z).any() or np.isposinf(z).any() or (t < 0).any() or (t >= z.shape[1]).any():
        raise ValueError("NaN, +inf or a label out of range")
    rows = np.arange(n)
    if np.isneginf(z[rows, t]).any():
        raise ValueError("masked label")
    top = z.max(axis=1, keepdims=True)
    weights = np.exp(z - top)
    total = weights.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) + top[:, 0] - z[rows, t])
    gradient = weights / total
    gradient[rows, t] -= 1.0
    return float(loss), gradient / n
