def expected_calibration_error(y_true: list[int], y_prob: list[float], n_bins: int = 10) -> float:
    """Return the expected calibration error of probabilities of the positive class, with right-closed equal-width bins."""
    raise NotImplementedError
