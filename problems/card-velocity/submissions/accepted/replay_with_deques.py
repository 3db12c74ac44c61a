"""Replays the events in time order with a deque for each card, answering a whole timestamp before adding it."""

from collections import deque
from itertools import groupby


class Card:
    def __init__(self):
        self.recent = deque()
        self.total = 0

    def drop_before(self, oldest):
        while self.recent and self.recent[0][0] < oldest:
            self.total -= self.recent.popleft()[1]

    def add(self, timestamp, amount):
        self.recent.append((timestamp, amount))
        self.total += amount


def card_velocity(events, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    cards = {card: Card() for _, card, _ in events}
    result = [None] * len(events)
    order = sorted(range(len(events)), key=lambda i: events[i][0])
    for timestamp, peers in groupby(order, key=lambda i: events[i][0]):
        peers = list(peers)
        for i in peers:
            card = cards[events[i][1]]
            card.drop_before(timestamp - window)
            result[i] = (len(card.recent), card.total)
        for i in peers:
            cards[events[i][1]].add(timestamp, events[i][2])
    return result
