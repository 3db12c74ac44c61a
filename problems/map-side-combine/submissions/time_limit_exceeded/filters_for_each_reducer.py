"""Goes through all records once for each reducer: O(n * reducers).
edge: large
"""

import zlib


def average_by_key(partitions, num_reducers):
    if num_reducers < 1:
        raise ValueError("num_reducers must be at least 1")
    records = []
    for rows in partitions:
        combined = {}
        for key, value in rows:
            total, count = combined.get(key, (0, 0))
            combined[key] = (total, count) if value is None else (total + value, count + 1)
        records.extend(combined.items())
    result = []
    for reducer in range(num_reducers):
        merged = {}
        for key, (total, count) in records:
            if zlib.crc32(key.encode("utf-8")) % num_reducers == reducer:
                before = merged.get(key, (0, 0))
                merged[key] = (before[0] + total, before[1] + count)
        result.append({key: total / count if count else None for key, (total, count) in merged.items()})
    return result, len(records)
