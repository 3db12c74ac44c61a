def auc(predictions: list[tuple[float, int]]) -> float:
    """Return the area under the ROC curve of (score, label) pairs."""
    raise NotImplementedError
