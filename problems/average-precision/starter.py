def average_precision(y_true: list[int], y_score: list[float]) -> float:
    """Return the average precision (step sum under the precision-recall curve) of scores against 0/1 labels."""
    raise NotImplementedError
