"""Cuts every word and only then asks whether it was too long: quadratic, and worse, in a word without blanks.
edge: large
"""


def wordpiece(text, vocab, unk="[UNK]", max_chars=100):
    tokens = []
    for word in text.split():
        pieces, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and ("##" if start else "") + word[start:end] not in vocab:
                end -= 1
            if end == start:
                break
            pieces.append(("##" if start else "") + word[start:end])
            start = end
        tokens += pieces if start == len(word) and len(word) <= max_chars else [unk]
    return tokens
