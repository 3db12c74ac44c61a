"""Sorts the rows by ratio and moves along the edges once, instead of searching for each row."""


def spend_ratio_bucket(
    amounts: list[float | None], averages: list[float | None], edges: list[float]
) -> list[int | None]:
    if len(amounts) != len(averages) or len(edges) == 0:
        raise ValueError("columns of one length and at least one edge are needed")
    before = None
    for edge in edges:
        if edge != edge or (before is not None and not before < edge):
            raise ValueError("edges must increase strictly and must not be NaN")
        before = edge

    result: list[int | None] = [None] * len(amounts)
    ratios: list[tuple[float, int]] = []
    for row in range(len(amounts)):
        amount, average = amounts[row], averages[row]
        if amount is not None and average is not None and average != 0:
            ratio = amount / average
            if ratio != ratio:
                result[row] = len(edges)
            else:
                ratios.append((ratio, row))
    ratios.sort()
    passed = 0
    for ratio, row in ratios:
        while passed < len(edges) and edges[passed] <= ratio:
            passed += 1
        result[row] = passed
    return result
