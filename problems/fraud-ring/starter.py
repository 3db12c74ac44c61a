def fraud_rings(accounts: list[str], links: list[tuple[str, str]], min_size: int = 2) -> list[list[str]]:
    """Return the connected components with at least min_size accounts, the largest first."""
    raise NotImplementedError
