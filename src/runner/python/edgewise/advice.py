"""Plain sentences for exceptions whose own message does not tell a candidate what to do. Asked only when one has ended a case."""

import difflib
import sys

from edgewise.packages import AVAILABLE
from edgewise.plain_text import message_of, type_name, visible

_NO_INPUT = "there is no standard input; everything the function needs comes as its arguments"
_NO_DEBUGGER = "there is no debugger here; use print(...) instead"
_NO_THREADS = "there are no threads in a browser; do the work in the function itself, one piece after the other"
_NO_PROCESSES = "there are no other processes in a browser; do the work in the function itself"
_NO_TESTS = 'unittest.main() ends the program; move it under `if __name__ == "__main__":`'
_TOO_DEEP_IN_C = "too many calls inside each other that pass through C (sum, any or max over a generator, a sort key, __repr__, __eq__ ...): a few hundred fit; use a loop, or a stack of your own"
EXIT = "the code ended the program (sys.exit, exit or quit); return a value instead"

_traceback_of = vars(BaseException)["__traceback__"].__get__


def advice_on(error):
    """The message to show for ``error``: its own, or a better one."""
    message = message_of(error)
    kind = type(error)
    if kind is SystemExit or type_name(error) == "BdbQuit":
        modules = _modules_in(error)
        if modules & {"pdb", "bdb"}:
            return _NO_DEBUGGER
        if any(name.startswith("unittest") for name in modules):
            return _NO_TESTS
        return EXIT if kind is SystemExit else message
    if kind is EOFError and "reading a line" in message:
        return _NO_INPUT
    if kind is RecursionError and message.startswith("Stack overflow"):
        return _TOO_DEEP_IN_C
    if kind is RuntimeError and message == "can't start new thread":
        return f"{message}: {_NO_THREADS}"
    if kind is OSError and "does not support processes" in message:
        return _NO_PROCESSES
    if kind is TypeError and "unhashable type" in message and "functools" in _modules_in(error):
        return _uncached(message)
    if kind is ModuleNotFoundError:
        return _absent(error, message)
    if kind is ImportError and "no known parent package" in message:
        return f"{message}: the code is one file, so write what it needs into that file"
    return message


def _modules_in(error):
    """The names of the modules that the traceback passes through."""
    names, entry = set(), _traceback_of(error)
    while entry is not None:
        code = entry.tb_frame.f_code.co_filename
        if code != "solution.py":
            names.add(code.replace("\\", "/").rpartition("/")[2].removesuffix(".py"))
            if "/unittest/" in code.replace("\\", "/"):
                names.add("unittest")
        entry = entry.tb_next
    return names


def _uncached(message):
    what = message[message.index("unhashable type") :].rstrip(")")
    return f"{what}: a function under @cache or @lru_cache takes only arguments that can be hashed; turn lists into tuples before the call"


def _absent(error, message):
    name = error.name
    if type(name) is not str or message != f"No module named {name!r}":
        return message
    root = visible(name[:100].partition(".")[0])
    if root in ("_multiprocessing", "_posixshmem"):
        return _NO_PROCESSES
    if root in sys.stdlib_module_names:
        return f"{root} does not exist in a browser, though it is part of the standard library"
    if root in AVAILABLE:
        return message
    near = difflib.get_close_matches(root, [*_PUBLIC, *AVAILABLE], n=1, cutoff=0.75)
    if near:
        return f"there is no module {root}; did you mean {near[0]}?"
    return f"{root} is not available here; the standard library, {' and '.join(AVAILABLE)} are"


_PUBLIC = sorted(name for name in sys.stdlib_module_names if not name.startswith("_"))
