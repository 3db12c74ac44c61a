def feature_order(deps: dict[str, list[str]]) -> list[str]:
    """Return the lexicographically smallest order in which every feature comes after all it needs."""
    raise NotImplementedError
