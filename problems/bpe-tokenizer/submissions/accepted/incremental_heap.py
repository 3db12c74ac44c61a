"""Pair counts are kept up to date word by word, with a heap of stale entries; encoding merges the lowest rank first."""

import heapq
from collections import Counter, defaultdict


def merge(symbols: list[str], pair: tuple[str, str]) -> list[str]:
    merged: list[str] = []
    waiting = None
    for symbol in symbols:
        if waiting is not None and (waiting, symbol) == pair:
            merged.append(waiting + symbol)
            waiting = None
            continue
        if waiting is not None:
            merged.append(waiting)
        waiting = symbol
    if waiting is not None:
        merged.append(waiting)
    return merged


def bpe_tokenize(
    corpus: list[str], num_merges: int, text: str
) -> tuple[list[tuple[str, str]], list[str]]:
    if num_merges < 0:
        raise ValueError("num_merges must not be negative")

    frequency = list(Counter(" ".join(corpus).split()).items())
    words = [list(word) for word, _ in frequency]
    counts: Counter[tuple[str, str]] = Counter()
    where: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for number, symbols in enumerate(words):
        for pair in zip(symbols, symbols[1:]):
            counts[pair] += frequency[number][1]
            where[pair].add(number)
    heap = [(-count, pair) for pair, count in counts.items()]
    heapq.heapify(heap)

    rank: dict[tuple[str, str], int] = {}
    while heap and len(rank) < num_merges:
        negative, best = heapq.heappop(heap)
        if counts[best] != -negative:
            continue
        if -negative < 2:
            break
        rank[best] = len(rank)
        touched = set()
        for number in where.pop(best):
            symbols, count = words[number], frequency[number][1]
            for pair in zip(symbols, symbols[1:]):
                counts[pair] -= count
                touched.add(pair)
            symbols = words[number] = merge(symbols, best)
            for pair in zip(symbols, symbols[1:]):
                counts[pair] += count
                where[pair].add(number)
                touched.add(pair)
        for pair in touched:
            if counts[pair] > 0:
                heapq.heappush(heap, (-counts[pair], pair))

    tokens: list[str] = []
    for word in text.split():
        symbols = list(word)
        while True:
            present = [pair for pair in zip(symbols, symbols[1:]) if pair in rank]
            if not present:
                break
            symbols = merge(symbols, min(present, key=rank.__getitem__))
        tokens += symbols
    return list(rank), tokens
