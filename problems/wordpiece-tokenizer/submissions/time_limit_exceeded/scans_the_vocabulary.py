"""Goes through the whole vocabulary at each place of a word: O(n * size of the vocabulary).
edge: large
"""


def wordpiece(text, vocab, unk="[UNK]", max_chars=100):
    tokens = []
    for word in text.split():
        pieces, start = [], 0
        while start < len(word) <= max_chars:
            prefix = "##" if start else ""
            best = 0
            for entry in vocab:
                inner = entry[len(prefix):]
                if len(inner) > best and entry.startswith(prefix) and word.startswith(inner, start):
                    best = len(inner)
            if best == 0:
                break
            pieces.append(prefix + word[start:start + best])
            start += best
        tokens += pieces if start == len(word) else [unk]
    return tokens
