"""The whole table of distances between prefixes, then the way back from its last corner. O(len(a) * len(b))."""


def edit_script(a: str, b: str) -> tuple[int, list[tuple[str, str, str]]]:
    table = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        above = table[-1]
        left = i
        row = [left]
        for j, y in enumerate(b, 1):
            if x == y:
                left = above[j - 1]
            else:
                left = min(left, above[j], above[j - 1]) + 1
            row.append(left)
        table.append(row)

    script: list[tuple[str, str, str]] = []
    i, j = len(a), len(b)
    while i or j:
        if i and j and a[i - 1] == b[j - 1]:
            i, j = i - 1, j - 1
            script.append(("keep", a[i], b[j]))
        elif i and j and table[i][j] == table[i - 1][j - 1] + 1:
            i, j = i - 1, j - 1
            script.append(("sub", a[i], b[j]))
        elif i and table[i][j] == table[i - 1][j] + 1:
            i -= 1
            script.append(("del", a[i], ""))
        else:
            j -= 1
            script.append(("ins", "", b[j]))
    script.reverse()
    return table[-1][-1], script
