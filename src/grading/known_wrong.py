"""Many solutions behind one function, so that one interpreter can answer for all of them.

The page puts SOURCES and ENTRY in front of this text: the solutions, and the name of the function that each defines.
"""

import sys
import types

_functions = {}


def answer_of(which, *args, **kwargs):
    """What the solution at position ``which`` gives. Its module lives as long as this one: calls before are remembered."""
    if which not in _functions:
        module = types.ModuleType("solution")
        sys.modules["solution"] = module
        exec(compile(SOURCES[which], "solution.py", "exec", dont_inherit=True), module.__dict__)
        _functions[which] = module.__dict__[ENTRY]
    return _functions[which](*args, **kwargs)
