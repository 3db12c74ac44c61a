"""Entries grouped by length, so that only lengths that exist are tried; each distinct word is cut once."""


def wordpiece(text: str, vocab: set[str], unk: str = "[UNK]", max_chars: int = 100) -> list[str]:
    first_lengths = sorted({len(entry) for entry in vocab if entry}, reverse=True)
    later_lengths = sorted({len(entry) - 2 for entry in vocab if entry.startswith("##") and len(entry) > 2}, reverse=True)
    known: dict[str, list[str]] = {}

    def rest(word: str, start: int) -> list[str] | None:
        pieces = []
        while start < len(word):
            prefix, lengths = ("##", later_lengths) if start else ("", first_lengths)
            for length in lengths:
                if start + length <= len(word) and prefix + word[start : start + length] in vocab:
                    pieces.append(prefix + word[start : start + length])
                    start += length
                    break
            else:
                return None
        return pieces

    tokens: list[str] = []
    for word in text.split():
        if word not in known:
            pieces = None if len(word) > max_chars else rest(word, 0)
            known[word] = [unk] if pieces is None else pieces
        tokens += known[word]
    return tokens
