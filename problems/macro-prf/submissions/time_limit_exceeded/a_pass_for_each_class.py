"""Correct, but counts in a pass over all samples for each class: O(n * c)."""

def macro_prf(y_true, y_pred):
    if len(y_true) != len(y_pred) or not y_true:
        raise ValueError("lengths")
    precisions, recalls, f1s = [], [], []
    for label in set(y_true) | set(y_pred):
        hits = sum(t == label == p for t, p in zip(y_true, y_pred))
        predicted = sum(p == label for p in y_pred)
        actual = sum(t == label for t in y_true)
        p = hits / predicted if predicted else 0.0
        r = hits / actual if actual else 0.0
        precisions.append(p)
        recalls.append(r)
        f1s.append(2 * p * r / (p + r) if p + r else 0.0)
    c = len(f1s)
    return sum(precisions) / c, sum(recalls) / c, sum(f1s) / c
