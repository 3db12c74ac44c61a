"""Random inputs for stress and timing, and the check of a user's own input."""

import random

MAX_STREAMS = 10_000
MAX_RECORDS = 200_000
MAX_TIMESTAMP = 10**12
MAX_LENGTH = 100


def generate(rng: random.Random, size: int) -> tuple[list[list[tuple[int, str]]]]:
    """`size` records in few or many sorted streams, some of them empty, with many equal timestamps."""
    count = rng.choice([1, 2, 3, 5, max(1, size // 3), min(size + 2, MAX_STREAMS)])
    span = rng.choice([1, 2, max(1, size // 4), 10 * size + 1])
    start = rng.choice([0, -span, -(span // 2), 10**9])
    streams = [[] for _ in range(count)]
    for _ in range(size):
        rng.choice(streams).append((start + rng.randrange(span), rng.choice(["b", "a", "", "c", "B"])))
    for stream in streams:
        stream.sort(key=lambda record: record[0])
    return (streams,)


def validate(*args: object) -> None:
    """Raise ValueError with one sentence when the arguments break the contract or the limits."""
    if len(args) != 1:
        raise ValueError(f"One argument is needed, the list of streams; got {len(args)}.")
    (streams,) = args
    if not isinstance(streams, (list, tuple)):
        raise ValueError("streams must be a list of lists of (timestamp, message) tuples.")
    if len(streams) > MAX_STREAMS:
        raise ValueError(f"There may be at most {MAX_STREAMS:,} streams; there are {len(streams):,}.")
    total = 0
    for s, stream in enumerate(streams):
        if not isinstance(stream, (list, tuple)):
            raise ValueError(f"Stream {s} must be a list of (timestamp, message) tuples.")
        total += len(stream)
        if total > MAX_RECORDS:
            raise ValueError(f"There may be at most {MAX_RECORDS:,} records in total.")
        before = -MAX_TIMESTAMP
        for i, record in enumerate(stream):
            if not isinstance(record, (list, tuple)) or len(record) != 2:
                raise ValueError(f"Record {i} of stream {s} must be a (timestamp, message) tuple.")
            timestamp, message = record
            if isinstance(timestamp, bool) or not isinstance(timestamp, int) or abs(timestamp) > MAX_TIMESTAMP:
                raise ValueError(f"The timestamp of record {i} of stream {s} must be an int between -10**12 and 10**12.")
            if not isinstance(message, str) or len(message) > MAX_LENGTH:
                raise ValueError(f"The message of record {i} of stream {s} must be a string of at most 100 characters.")
            if timestamp < before:
                raise ValueError(f"Stream {s} is not sorted: the contract asks for ValueError, so there is no answer to compare.")
            before = timestamp
