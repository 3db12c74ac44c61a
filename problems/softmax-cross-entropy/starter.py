def softmax_cross_entropy(logits: list[list[float]], labels: list[int]) -> tuple[float, list[list[float]]]:
    """Return (mean negative log-likelihood, its gradient with respect to the logits)."""
    raise NotImplementedError
