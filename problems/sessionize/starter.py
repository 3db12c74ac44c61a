def sessionize(events: list[tuple[str, int]], gap: int) -> list[int]:
    """Return the session number of each (user, timestamp) event, numbered from 0 for each user, in input order."""
    raise NotImplementedError
