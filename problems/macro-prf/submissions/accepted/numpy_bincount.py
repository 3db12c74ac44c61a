"""numpy: labels to integers with np.unique, then three bincounts."""

import numpy as np


def macro_prf(y_true, y_pred):
    n = len(y_true)
    if n == 0 or n != len(y_pred):
        raise ValueError("lengths")
    classes, codes = np.unique(np.array(list(y_true) + list(y_pred), dtype=object), return_inverse=True)
    codes = codes.ravel()
    true, pred = codes[:n], codes[n:]
    c = len(classes)
    actual = np.bincount(true, minlength=c).astype(float)
    predicted = np.bincount(pred, minlength=c).astype(float)
    hits = np.bincount(true[true == pred], minlength=c).astype(float)
    precision = np.divide(hits, predicted, out=np.zeros(c), where=predicted > 0)
    recall = np.divide(hits, actual, out=np.zeros(c), where=actual > 0)
    return precision.mean(), recall.mean(), (2 * hits / (actual + predicted)).mean()
