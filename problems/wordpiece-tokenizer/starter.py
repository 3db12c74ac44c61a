def wordpiece(text: str, vocab: set[str], unk: str = "[UNK]", max_chars: int = 100) -> list[str]:
    """Split the words of text into the longest pieces of vocab, from the left; inner pieces start with '##'."""
    raise NotImplementedError
