"""A queue made of two stacks: each stack keeps running aggregates, so values are only ever added, never subtracted."""

from itertools import groupby


class AggregateQueue:
    """First in, first out, with (sum, count, min, max) of the content in O(1) amortised."""

    EMPTY = (0.0, 0, float("inf"), float("-inf"))

    def __init__(self):
        self.incoming = []  # (timestamp, value), oldest first
        self.incoming_total = self.EMPTY
        self.outgoing = []  # (timestamp, aggregate of this entry and of all that leave after it), oldest last

    @staticmethod
    def combine(a, b):
        return (a[0] + b[0], a[1] + b[1], min(a[2], b[2]), max(a[3], b[3]))

    def push(self, timestamp, value):
        self.incoming.append((timestamp, value))
        self.incoming_total = self.combine(self.incoming_total, (value, 1, value, value))

    def evict_until(self, start):
        while True:
            if not self.outgoing:
                if not self.incoming or self.incoming[0][0] > start:
                    return
                aggregate = self.EMPTY
                for timestamp, value in reversed(self.incoming):
                    aggregate = self.combine(aggregate, (value, 1, value, value))
                    self.outgoing.append((timestamp, aggregate))
                self.incoming = []
                self.incoming_total = self.EMPTY
            if self.outgoing[-1][0] > start:
                return
            self.outgoing.pop()

    def aggregate(self):
        if not self.outgoing:
            return self.incoming_total
        return self.combine(self.outgoing[-1][1], self.incoming_total)


def window_features(
    timestamps: list[int], values: list[float | None], window: int
) -> list[tuple[float | None, float | None, float | None]]:
    if len(timestamps) != len(values):
        raise ValueError("timestamps and values must have the same length")
    if window < 1:
        raise ValueError("window must be at least 1")

    result = [None] * len(timestamps)
    queue = AggregateQueue()
    order = sorted(range(len(timestamps)), key=lambda i: timestamps[i])
    for now, peers in groupby(order, key=lambda i: timestamps[i]):
        peers = list(peers)
        for i in peers:
            if values[i] is not None:
                queue.push(now, values[i])
        queue.evict_until(now - window)
        total, count, low, high = queue.aggregate()
        row = (total / count, low, high) if count else (None, None, None)
        for i in peers:
            result[i] = row
    return result
