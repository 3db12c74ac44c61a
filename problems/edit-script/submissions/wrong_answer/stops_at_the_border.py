"""Ends the way back when one string is used up, and loses the leading insertions or deletions.
edge: empty-one-side
"""


def edit_script(a, b):
    n, m = len(a), len(b)
    table = [[i + j if not i or not j else 0 for j in range(m + 1)] for i in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            table[i][j] = min(
                table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1])
            )
    script, i, j = [], n, m
    while i and j:
        if table[i][j] == table[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            i, j = i - 1, j - 1
            script.append(("keep" if a[i] == b[j] else "sub", a[i], b[j]))
        elif table[i][j] == table[i - 1][j] + 1:
            i -= 1
            script.append(("del", a[i], ""))
        else:
            j -= 1
            script.append(("ins", "", b[j]))
    return table[n][m], script[::-1]
