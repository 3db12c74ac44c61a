"""The words of the text travel along with frequency 0, so that learning encodes them on the way."""


def bpe_tokenize(
    corpus: list[str], num_merges: int, text: str
) -> tuple[list[tuple[str, str]], list[str]]:
    if num_merges < 0:
        raise ValueError("num_merges must not be negative")
    frequency: dict[str, int] = dict.fromkeys(text.split(), 0)
    for line in corpus:
        for word in line.split():
            frequency[word] = frequency.get(word, 0) + 1
    pieces = {word: tuple(word) for word in frequency}

    merges: list[tuple[str, str]] = []
    for _ in range(num_merges):
        counts: dict[tuple[str, str], int] = {}
        for word, symbols in pieces.items():
            weight = frequency[word]
            for place in range(len(symbols) - 1):
                pair = symbols[place : place + 2]
                counts[pair] = counts.get(pair, 0) + weight
        highest = max(counts.values(), default=0)
        if highest < 2:
            break
        left, right = min(pair for pair, count in counts.items() if count == highest)
        merges.append((left, right))
        for word, symbols in pieces.items():
            if left not in symbols:
                continue
            joined: list[str] = []
            for symbol in symbols:
                if symbol == right and joined and joined[-1] == left:
                    joined[-1] = left + right
                else:
                    joined.append(symbol)
            pieces[word] = tuple(joined)
    return merges, [token for word in text.split() for token in pieces[word]]
