"""Two tries, one for the first place and one for later places; each walk remembers the last entry that it passed."""

END = None


def build(entries) -> dict:
    root: dict = {}
    for entry in entries:
        node = root
        for char in entry:
            node = node.setdefault(char, {})
        node[END] = True
    return root


def wordpiece(text: str, vocab: set[str], unk: str = "[UNK]", max_chars: int = 100) -> list[str]:
    first = build(vocab)
    later = build(entry[2:] for entry in vocab if entry.startswith("##"))

    tokens: list[str] = []
    for word in text.split():
        if len(word) > max_chars:
            tokens.append(unk)
            continue
        pieces: list[str] = []
        start = 0
        while start < len(word):
            node = later if start else first
            best = start
            for place in range(start, len(word)):
                node = node.get(word[place])
                if node is None:
                    break
                if END in node:
                    best = place + 1
            if best == start:
                pieces = [unk]
                break
            pieces.append(("##" if start else "") + word[start:best])
            start = best
        tokens.extend(pieces)
    return tokens
