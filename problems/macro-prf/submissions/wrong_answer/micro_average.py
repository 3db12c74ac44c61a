"""Adds the counts of all classes before dividing.
edge: imbalance
"""

from collections import Counter


def macro_prf(y_true, y_pred):
    if len(y_true) != len(y_pred) or not y_true:
        raise ValueError("lengths")
    hits = Counter(t for t, p in zip(y_true, y_pred) if t == p)
    accuracy = sum(hits.values()) / len(y_true)
    return accuracy, accuracy, accuracy
