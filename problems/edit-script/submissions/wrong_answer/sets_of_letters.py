"""Counts which characters the strings have, without regard to their order.
edge: transposition
"""

from collections import Counter


def edit_script(a, b):
    missing, extra = Counter(b) - Counter(a), Counter(a) - Counter(b)
    distance = max(missing.total(), extra.total())
    script = []
    for x, y in zip(a, b):
        script.append(("keep" if x == y else "sub", x, y))
    script += [("del", x, "") for x in a[len(b):]]
    script += [("ins", "", y) for y in b[len(a):]]
    return distance, script
