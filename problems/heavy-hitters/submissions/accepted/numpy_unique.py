"""np.unique sorts and counts at once."""

import numpy as np


def heavy_hitters(stream: list[str], k: int) -> list[str]:
    if k < 2:
        raise ValueError("k must be at least 2")
    # dtype=object keeps Python strings: fixed-width numpy strings drop trailing U+0000 characters.
    items, counts = np.unique(np.array(stream, dtype=object), return_counts=True)
    return items[counts * k > len(stream)].tolist()
