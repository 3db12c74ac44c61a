"""Tokenizers: the rules taken one by one, everything counted anew."""

from itertools import product

from .registry import oracle


def _replace(symbols, pair):
    merged = []
    rest = list(symbols)
    while rest:
        if tuple(rest[:2]) == pair:
            merged.append(rest[0] + rest[1])
            rest = rest[2:]
        else:
            merged.append(rest[0])
            rest = rest[1:]
    return merged


def _small_corpora():
    for n in range(7):
        for letters in product("ab ", repeat=n):
            yield ["".join(letters)], 3, "abaab aa"


@oracle("bpe-tokenizer", "all pairs of all words counted anew at each merge", limit=3000, every=_small_corpora)
def bpe_tokenize(corpus, num_merges, text):
    words = [list(word) for line in corpus for word in line.split()]
    merges = []
    while len(merges) < num_merges:
        pairs = [pair for word in words for pair in zip(word, word[1:])]
        counts = {pair: 0 for pair in pairs}
        for pair in pairs:
            counts[pair] += 1
        if max(counts.values(), default=0) < 2:
            break
        best = min(pair for pair in counts if counts[pair] == max(counts.values()))
        merges.append(best)
        words = [_replace(word, best) for word in words]
    tokens = []
    for word in text.split():
        symbols = list(word)
        for pair in merges:
            symbols = _replace(symbols, pair)
        tokens += symbols
    return merges, tokens


def _small_words():
    vocabularies = [{"a", "##b"}, {"a", "ab", "##a", "##ab"}, {"", "##", "b", "##ba"}, {"aba", "ab", "##b"}]
    for n in range(6):
        for letters in product("ab ", repeat=n):
            for vocab in vocabularies:
                for longest in (1, 3, 100):
                    yield "".join(letters), vocab, "?", longest


@oracle("wordpiece-tokenizer", "every entry tried at every place", limit=3000, every=_small_words)
def wordpiece(text, vocab, unk="[UNK]", max_chars=100):
    def cut(word):
        if len(word) > max_chars:
            return [unk]
        pieces, rest = [], word
        while rest:
            mark = "##" if pieces else ""
            fitting = [
                entry
                for entry in vocab
                if entry.startswith(mark) and len(entry) > len(mark) and rest.startswith(entry[len(mark) :])
            ]
            if not fitting:
                return [unk]
            longest = max(fitting, key=len)
            pieces.append(longest)
            rest = rest[len(longest) - len(mark) :]
        return pieces

    return [piece for word in text.split() for piece in cut(word)]
