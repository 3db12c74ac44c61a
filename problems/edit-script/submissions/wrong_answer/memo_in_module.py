"""Remembers distances in the module under the two positions, whatever the strings are.
edge: repeat-calls
"""

memo = {}


def edit_script(a, b):
    def distance(i, j):
        if (i, j) not in memo:
            if not i or not j:
                memo[i, j] = i + j
            else:
                memo[i, j] = min(
                    distance(i - 1, j) + 1, distance(i, j - 1) + 1, distance(i - 1, j - 1) + (a[i - 1] != b[j - 1])
                )
        return memo[i, j]

    script, i, j = [], len(a), len(b)
    total = distance(i, j)
    while i or j:
        if i and j and distance(i, j) == distance(i - 1, j - 1) + (a[i - 1] != b[j - 1]):
            i, j = i - 1, j - 1
            script.append(("keep" if a[i] == b[j] else "sub", a[i], b[j]))
        elif i and distance(i, j) == distance(i - 1, j) + 1:
            i -= 1
            script.append(("del", a[i], ""))
        elif j:
            j -= 1
            script.append(("ins", "", b[j]))
        else:
            break
    return total, script[::-1]
