def edit_script(a: str, b: str) -> tuple[int, list[tuple[str, str, str]]]:
    """Return the Levenshtein distance and one shortest script of edits that turns a into b."""
    raise NotImplementedError
