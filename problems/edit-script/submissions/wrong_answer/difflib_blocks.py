"""Takes the blocks of difflib, which matches long pieces first and promises no minimum.
edge: greedy-trap
"""

from difflib import SequenceMatcher


def edit_script(a, b):
    script = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        while i < i_end and j < j_end:
            script.append(("keep" if tag == "equal" else "sub", a[i], b[j]))
            i, j = i + 1, j + 1
        script += [("del", x, "") for x in a[i:i_end]]
        script += [("ins", "", y) for y in b[j:j_end]]
    return sum(step[0] != "keep" for step in script), script
