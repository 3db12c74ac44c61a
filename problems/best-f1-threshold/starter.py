def best_f1_threshold(y_true: list[int], y_score: list[float]) -> tuple[float, float]:
    """Return (threshold, F1) with the largest F1 when score >= threshold means positive."""
    raise NotImplementedError
