"""A confusion matrix as a dictionary of pairs; row sums, column sums and the diagonal."""

from math import fsum


def ratio(a, b):
    return a / b if b else 0.0


def macro_prf(y_true, y_pred):
    if not y_true or len(y_true) != len(y_pred):
        raise ValueError("need two lists of the same length, not empty")
    cells = {}
    for pair in zip(y_true, y_pred):
        cells[pair] = cells.get(pair, 0) + 1
    rows, columns = {}, {}
    for (label, guess), count in cells.items():
        rows[label] = rows.get(label, 0) + count
        columns[guess] = columns.get(guess, 0) + count
    ps, rs, fs = [], [], []
    for label in set(rows) | set(columns):
        tp = cells.get((label, label), 0)
        p = ratio(tp, columns.get(label, 0))
        r = ratio(tp, rows.get(label, 0))
        ps.append(p)
        rs.append(r)
        fs.append(ratio(2 * p * r, p + r))
    return tuple(fsum(values) / len(values) for values in (ps, rs, fs))
