def money_cycles(transfers: list[tuple[str, str]]) -> list[list[str]]:
    """Return the strongly connected components that hold a cycle, members and components sorted."""
    raise NotImplementedError
