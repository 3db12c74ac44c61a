def best_split(X: list[list[float]], y: list[int]) -> tuple[int, float, float] | None:
    """Return (feature, threshold, weighted Gini impurity) of the best split, or None when none helps."""
    raise NotImplementedError
