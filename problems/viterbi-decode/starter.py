def viterbi(
    obs: list[str],
    states: list[str],
    start_p: dict[str, float],
    trans_p: dict[str, dict[str, float]],
    emit_p: dict[str, dict[str, float]],
) -> tuple[list[str], float]:
    """Return (most probable path of states, its natural log-probability)."""
    raise NotImplementedError
