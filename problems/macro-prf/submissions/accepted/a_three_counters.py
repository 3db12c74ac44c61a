"""Three counters in one pass over the data, then one pass over the classes."""

from collections import Counter


def macro_prf(y_true: list[str], y_pred: list[str]) -> tuple[float, float, float]:
    """Return (macro precision, macro recall, macro F1) over the labels found in y_true or y_pred."""
    if len(y_true) != len(y_pred):
        raise ValueError("the lists differ in length")
    if not y_true:
        raise ValueError("there are no samples")

    actual = Counter(y_true)
    predicted = Counter(y_pred)
    hits = Counter(label for label, guess in zip(y_true, y_pred) if label == guess)

    precision = recall = f1 = 0.0
    classes = sorted(actual.keys() | predicted.keys())
    for label in classes:
        if predicted[label]:
            precision += hits[label] / predicted[label]
        if actual[label]:
            recall += hits[label] / actual[label]
        # 2PR / (P + R) with the counts inserted; a class in the union occurs somewhere.
        f1 += 2 * hits[label] / (actual[label] + predicted[label])
    return precision / len(classes), recall / len(classes), f1 / len(classes)
