"""Plain recursion without a memo: exponential.
edge: large
"""


def edit_script(a, b):
    def distance(i, j):
        if not i or not j:
            return i + j
        if a[i - 1] == b[j - 1]:
            return distance(i - 1, j - 1)
        return min(distance(i - 1, j), distance(i, j - 1), distance(i - 1, j - 1)) + 1

    script, i, j = [], len(a), len(b)
    total = distance(i, j)
    while i or j:
        if i and j and a[i - 1] == b[j - 1]:
            i, j = i - 1, j - 1
            script.append(("keep", a[i], b[j]))
        elif i and j and distance(i, j) == distance(i - 1, j - 1) + 1:
            i, j = i - 1, j - 1
            script.append(("sub", a[i], b[j]))
        elif i and distance(i, j) == distance(i - 1, j) + 1:
            i -= 1
            script.append(("del", a[i], ""))
        else:
            j -= 1
            script.append(("ins", "", b[j]))
    return total, script[::-1]
