"""Maps labels to indices and counts true positives, false positives and false negatives in lists."""


def macro_prf(y_true, y_pred):
    if len(y_true) == 0 or len(y_true) != len(y_pred):
        raise ValueError("bad lengths")
    index = {}
    for labels in (y_true, y_pred):
        for label in labels:
            if label not in index:
                index[label] = len(index)
    c = len(index)
    tp, fp, fn = [0] * c, [0] * c, [0] * c
    for label, guess in zip(y_true, y_pred):
        if label == guess:
            tp[index[label]] += 1
        else:
            fn[index[label]] += 1
            fp[index[guess]] += 1
    sums = [0.0, 0.0, 0.0]
    for i in range(c):
        if tp[i]:
            p, r = tp[i] / (tp[i] + fp[i]), tp[i] / (tp[i] + fn[i])
            sums[0] += p
            sums[1] += r
            sums[2] += 2 / (1 / p + 1 / r)
    return [value / c for value in sums]
