"""Looks at the heads of all streams for each record: O(N * k).
edge: large
"""


def merge_logs(streams):
    for stream in streams:
        if any(later[0] < earlier[0] for earlier, later in zip(stream, stream[1:])):
            raise ValueError("a stream is not sorted")
    positions = [0] * len(streams)
    merged = []
    for _ in range(sum(map(len, streams))):
        best = None
        for s, stream in enumerate(streams):
            if positions[s] < len(stream) and (best is None or stream[positions[s]][0] < streams[best][positions[best]][0]):
                best = s
        merged.append(streams[best][positions[best]])
        positions[best] += 1
    return merged
