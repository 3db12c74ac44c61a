"""Compares the strings place by place and treats what is left over as an insertion or deletion at the end.
edge: prefix
"""


def edit_script(a, b):
    script = []
    for x, y in zip(a, b):
        script.append(("keep" if x == y else "sub", x, y))
    script += [("del", x, "") for x in a[len(b):]]
    script += [("ins", "", y) for y in b[len(a):]]
    return sum(step[0] != "keep" for step in script), script
