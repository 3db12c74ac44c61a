"""np.unique returns the items sorted, so a stable sort by falling count is all that is left."""

import numpy as np


def top_k_frequent(items: list[str], k: int) -> list[tuple[str, int]]:
    if k < 0:
        raise ValueError("k must not be negative")
    # dtype=object keeps Python strings: fixed-width numpy strings drop trailing U+0000 characters.
    values, counts = np.unique(np.array(items, dtype=object), return_counts=True)
    order = np.argsort(-counts, kind="stable")[:k]
    return list(zip(values[order].tolist(), counts[order].tolist()))
