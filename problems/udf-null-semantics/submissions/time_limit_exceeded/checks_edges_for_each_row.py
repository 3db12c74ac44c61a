"""Checks the order of the edges again for each row: O(n * e).
edge: large
"""

import math
from bisect import bisect_right


def spend_ratio_bucket(
    amounts: list[float | None], averages: list[float | None], edges: list[float]
) -> list[int | None]:
    if len(amounts) != len(averages):
        raise ValueError("the columns differ in length")
    if not edges or math.isnan(edges[0]):
        raise ValueError("edges must hold at least one number")
    if not all(low < high for low, high in zip(edges, edges[1:])):
        raise ValueError("edges must increase strictly")

    def bucket(amount: float | None, average: float | None) -> int | None:
        if not all(low < high for low, high in zip(edges, edges[1:])):
            raise ValueError("edges must increase strictly")
        if amount is None or average is None or average == 0:
            return None
        ratio = amount / average
        if math.isnan(ratio):
            return len(edges)
        return bisect_right(edges, ratio)

    return [bucket(amount, average) for amount, average in zip(amounts, averages)]
