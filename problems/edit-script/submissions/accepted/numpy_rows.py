"""One row at a time: insertions along a row are a running minimum of value minus position."""

import numpy as np


def edit_script(a: str, b: str) -> tuple[int, list[tuple[str, str, str]]]:
    codes = np.array([ord(y) for y in b], dtype=np.int64)
    places = np.arange(len(b) + 1)
    table = np.empty((len(a) + 1, len(b) + 1), dtype=np.int64)
    table[0] = places
    for i, x in enumerate(a, 1):
        row = table[i - 1] + 1
        row[1:] = np.minimum(row[1:], table[i - 1][:-1] + (codes != ord(x)))
        table[i] = np.minimum.accumulate(row - places) + places

    script = []
    i, j = len(a), len(b)
    while i > 0 or j > 0:
        here = table[i, j]
        if j > 0 and here == table[i, j - 1] + 1:
            j -= 1
            script.append(("ins", "", b[j]))
        elif i > 0 and here == table[i - 1, j] + 1:
            i -= 1
            script.append(("del", a[i], ""))
        else:
            i, j = i - 1, j - 1
            script.append(("keep" if a[i] == b[j] else "sub", a[i], b[j]))
    return table[-1, -1], script[::-1]
