def gradient_descent_step(
    X: list[list[float]], y: list[float], w: list[float], b: float, lr: float
) -> tuple[list[float], float, float]:
    """Return (new_w, new_b, loss) after one full-batch step on the mean squared error."""
    raise NotImplementedError
