"""Counts the events in the window without regard to their type.
edge: irrelevant-types
"""


def shortest_covering_window(events, required):
    if not required:
        raise ValueError("required must not be empty")
    size = len(required)
    kinds = [kind for _, kind in events]
    if any(kinds.count(kind) < required.count(kind) for kind in required):
        return None
    times = sorted(timestamp for timestamp, _ in events)
    windows = [(times[i + size - 1] - times[i], times[i], times[i + size - 1]) for i in range(len(times) - size + 1)]
    return min(windows)[1:]
