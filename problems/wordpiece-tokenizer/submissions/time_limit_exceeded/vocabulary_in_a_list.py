"""Sorts the vocabulary into a list first, so each of the lookups is a linear search.
edge: large
"""


def wordpiece(text, vocab, unk="[UNK]", max_chars=100):
    entries = sorted(vocab)
    tokens = []
    for word in text.split():
        pieces, start = [], 0
        while start < len(word) <= max_chars:
            end = len(word)
            while end > start and ("##" if start else "") + word[start:end] not in entries:
                end -= 1
            if end == start:
                break
            pieces.append(("##" if start else "") + word[start:end])
            start = end
        tokens += pieces if start == len(word) else [unk]
    return tokens
