def shortest_covering_window(events: list[tuple[int, str]], required: list[str]) -> tuple[int, int] | None:
    """Return the shortest (start, end) whose events contain `required` as a multiset; the earliest on ties."""
    raise NotImplementedError
