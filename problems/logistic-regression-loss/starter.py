def logistic_loss_and_grad(
    X: list[list[float]], y: list[int], w: list[float], b: float, l2: float = 0.0
) -> tuple[float, list[float], float]:
    """Return (loss, grad_w, grad_b) of the mean logistic loss with an L2 penalty on w."""
    raise NotImplementedError
