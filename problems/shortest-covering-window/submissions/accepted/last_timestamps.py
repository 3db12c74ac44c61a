"""For every event as the end: the last timestamps of each type, and the smallest of their fronts as the start."""

import heapq
from collections import Counter, deque


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    recent = {kind: deque(maxlen=count) for kind, count in Counter(required).items()}
    full = 0
    fronts = []
    best = None
    for timestamp, kind in sorted(events, key=lambda event: event[0]):
        if kind not in recent:
            continue
        own = recent[kind]
        was_full = len(own) == own.maxlen
        own.append(timestamp)
        if len(own) == own.maxlen:
            full += not was_full
            heapq.heappush(fronts, (own[0], kind))
        if full == len(recent):
            while fronts[0][0] != recent[fronts[0][1]][0]:
                heapq.heappop(fronts)
            start = fronts[0][0]
            if best is None or timestamp - start < best[1] - best[0]:
                best = (start, timestamp)
    return best
