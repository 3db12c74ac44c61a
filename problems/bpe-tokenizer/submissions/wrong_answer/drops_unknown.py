"""Leaves out characters that the corpus does not hold.
edge: unknown-chars
"""

from collections import Counter


def merge(symbols: list[str], pair: tuple[str, str]) -> list[str]:
    """Replace the pair from left to right, without overlap."""
    first, second = pair
    if first not in symbols:
        return symbols
    merged: list[str] = []
    place = 0
    while place < len(symbols):
        if symbols[place] == first and symbols[place + 1 : place + 2] == [second]:
            merged.append(first + second)
            place += 2
        else:
            merged.append(symbols[place])
            place += 1
    return merged


def learn(corpus: list[str], num_merges: int) -> list[tuple[str, str]]:
    frequency = Counter(word for line in corpus for word in line.split())
    words = [(list(word), count) for word, count in frequency.items()]
    merges: list[tuple[str, str]] = []
    while len(merges) < num_merges:
        counts: Counter[tuple[str, str]] = Counter()
        for symbols, count in words:
            for pair in zip(symbols, symbols[1:]):
                counts[pair] += count
        best = min(counts, key=lambda pair: (-counts[pair], pair), default=None)
        if best is None or counts[best] < 2:
            break
        merges.append(best)
        words = [(merge(symbols, best), count) for symbols, count in words]
    return merges


def bpe_tokenize(
    corpus: list[str], num_merges: int, text: str
) -> tuple[list[tuple[str, str]], list[str]]:
    if num_merges < 0:
        raise ValueError("num_merges must not be negative")
    merges = learn(corpus, num_merges)
    tokens: list[str] = []
    for word in text.split():
        symbols = [char for char in word if any(char in line for line in corpus)]
        for pair in merges:
            symbols = merge(symbols, pair)
        tokens.extend(symbols)
    return merges, tokens
