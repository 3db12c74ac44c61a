def merge_logs(streams: list[list[tuple[int, str]]]) -> list[tuple[int, str]]:
    """Merge logs that are sorted by timestamp; equal timestamps keep stream order, then original order."""
    raise NotImplementedError
