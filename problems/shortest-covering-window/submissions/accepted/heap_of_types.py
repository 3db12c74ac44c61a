"""For each type the stretch of its next occurrences; always advances the type whose stretch begins first."""

import heapq
from collections import Counter, defaultdict


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    need = Counter(required)
    times = defaultdict(list)
    for timestamp, kind in events:
        if kind in need:
            times[kind].append(timestamp)
    if any(len(times[kind]) < count for kind, count in need.items()):
        return None
    heap = []
    end = None
    for kind, count in need.items():
        times[kind].sort()
        heap.append((times[kind][0], kind, 0))
        last = times[kind][count - 1]
        end = last if end is None else max(end, last)
    heapq.heapify(heap)
    best = (heap[0][0], end)
    while True:
        _, kind, position = heap[0]
        position += 1
        if position + need[kind] > len(times[kind]):
            return best
        end = max(end, times[kind][position + need[kind] - 1])
        heapq.heapreplace(heap, (times[kind][position], kind, position))
        if end - heap[0][0] < best[1] - best[0]:
            best = (heap[0][0], end)
