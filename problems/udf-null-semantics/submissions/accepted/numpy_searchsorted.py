"""Masks for null and zero, one vectorised division, and searchsorted, which puts NaN last."""

import numpy as np


def spend_ratio_bucket(
    amounts: list[float | None], averages: list[float | None], edges: list[float]
) -> list[int | None]:
    if len(amounts) != len(averages):
        raise ValueError("the columns differ in length")
    bounds = np.array(edges, dtype=float)
    if bounds.size == 0 or np.isnan(bounds).any() or not (bounds[:-1] < bounds[1:]).all():
        raise ValueError("edges must increase strictly and must not be NaN")

    null = np.array([a is None or b is None for a, b in zip(amounts, averages)], dtype=bool)
    top = np.array(amounts, dtype=float)
    bottom = np.array(averages, dtype=float)
    null |= bottom == 0
    with np.errstate(all="ignore"):
        ratio = top / np.where(null, 1.0, bottom)
    buckets = np.searchsorted(bounds, ratio, side="right").tolist()
    return [None if missing else bucket for missing, bucket in zip(null.tolist(), buckets)]
