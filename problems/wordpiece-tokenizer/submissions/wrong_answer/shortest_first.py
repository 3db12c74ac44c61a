"""Takes the shortest entry that fits instead of the longest.
edge: longest-wins
"""


def cut(word: str, vocab: set[str]) -> list[str] | None:
    """The pieces of one word, or None when nothing fits at some place."""
    pieces: list[str] = []
    start = 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(start + 1, len(word) + 1):
            piece = prefix + word[start:end]
            if piece in vocab:
                break
        else:
            return None
        pieces.append(piece)
        start = end
    return pieces


def wordpiece(text: str, vocab: set[str], unk: str = "[UNK]", max_chars: int = 100) -> list[str]:
    tokens: list[str] = []
    for word in text.split():
        pieces = cut(word, vocab) if len(word) <= max_chars else None
        tokens.extend([unk] if pieces is None else pieces)
    return tokens
