"""Sorts the events of each card; both ends of the window only move forward."""

from collections import defaultdict


def card_velocity(events: list[tuple[int, str, int]], window: int) -> list[tuple[int, int]]:
    if window < 1:
        raise ValueError("window must be at least 1")

    by_card = defaultdict(list)
    for i, (timestamp, card, amount) in enumerate(events):
        by_card[card].append((timestamp, amount, i))

    result: list = [None] * len(events)
    for own in by_card.values():
        own.sort()
        start = end = total = 0
        for timestamp, _, i in own:
            while own[end][0] < timestamp:
                total += own[end][1]
                end += 1
            while own[start][0] < timestamp - window:
                total -= own[start][1]
                start += 1
            result[i] = (end - start, total)
    return result
