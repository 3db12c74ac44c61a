def bpe_tokenize(
    corpus: list[str], num_merges: int, text: str
) -> tuple[list[tuple[str, str]], list[str]]:
    """Learn up to num_merges merges from the lines of corpus; return them and the tokens of text."""
    raise NotImplementedError
