"""Merges neighbouring streams in rounds until one list is left."""


def merge_two(left, right):
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i][0] <= right[j][0]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
    return merged


def merge_logs(streams):
    for stream in streams:
        for i in range(1, len(stream)):
            if stream[i - 1][0] > stream[i][0]:
                raise ValueError("a stream is not sorted")
    lists = [list(stream) for stream in streams]
    while len(lists) > 1:
        odd = lists[len(lists) - len(lists) % 2 :]
        lists = [merge_two(lists[i], lists[i + 1]) for i in range(0, len(lists) - 1, 2)] + odd
    return lists[0] if lists else []
