"""Distances between suffixes, so that the script can be read off from the front; only the directions are kept."""

KEEP, SUB, DEL, INS = range(4)


def edit_script(a: str, b: str) -> tuple[int, list[tuple[str, str, str]]]:
    width = len(b)
    below = [width - j for j in range(width + 1)]
    steps = [bytearray([INS]) * (width + 1)]
    for x in reversed(a):
        row = [0] * width + [below[width] + 1]
        directions = bytearray([DEL]) * (width + 1)
        for j in range(width - 1, -1, -1):
            if x == b[j]:
                row[j] = below[j + 1]
                directions[j] = KEEP
                continue
            best, direction = below[j], DEL
            if row[j + 1] < best:
                best, direction = row[j + 1], INS
            if below[j + 1] < best:
                best, direction = below[j + 1], SUB
            row[j] = best + 1
            directions[j] = direction
        below = row
        steps.append(directions)
    steps.reverse()

    script = []
    i = j = 0
    while i < len(a) or j < width:
        direction = steps[i][j]
        x = "" if direction == INS else a[i]
        y = "" if direction == DEL else b[j]
        script.append((("keep", "sub", "del", "ins")[direction], x, y))
        i += direction != INS
        j += direction != DEL
    return below[0], script
