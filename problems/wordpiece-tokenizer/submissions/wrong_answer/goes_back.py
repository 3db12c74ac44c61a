"""Backtracks to a shorter piece when the longest leads nowhere.
edge: longest-wins
"""


def cut(word, start, vocab):
    if start == len(word):
        return []
    for end in range(len(word), start, -1):
        piece = ("##" if start else "") + word[start:end]
        if piece in vocab:
            rest = cut(word, end, vocab)
            if rest is not None:
                return [piece] + rest
    return None


def wordpiece(text, vocab, unk="[UNK]", max_chars=100):
    tokens = []
    for word in text.split():
        pieces = cut(word, 0, vocab) if len(word) <= max_chars else None
        tokens.extend([unk] if pieces is None else pieces)
    return tokens
