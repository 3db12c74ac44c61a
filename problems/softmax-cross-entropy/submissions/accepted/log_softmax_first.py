"""Log-probabilities first: log p = z - logsumexp(z); the probabilities are their exponentials."""

from math import exp, fsum, inf, isfinite, log


def log_sum_exp(values):
    top = max(values)
    return top + log(fsum(exp(v - top) for v in values))


def softmax_cross_entropy(logits, labels):
    n = len(logits)
    if not logits or len(labels) != n or len({len(row) for row in logits}) != 1:
        raise ValueError("shapes do not agree")
    for row, label in zip(logits, labels):
        if not all(isfinite(z) or z == -inf for z in row):
            raise ValueError("a logit is NaN or +inf")
        if label < 0 or label >= len(row) or row[label] == -inf:
            raise ValueError("the label is out of range or masked")

    losses, gradient = [], []
    for row, label in zip(logits, labels):
        normaliser = log_sum_exp(row)
        losses.append(normaliser - row[label])
        gradient.append([(exp(z - normaliser) - (j == label)) / n for j, z in enumerate(row)])
    return fsum(losses) / n, gradient
