"""Tracebacks cut down to the lines that the candidate wrote."""

import linecache
import traceback
import types

FILENAME = "solution.py"
#: Frames kept at each end of a long traceback: enough to see how a recursion began and where it stood.
FRAMES_AT_EACH_END = 8
MAX_CHARACTERS = 8_000
MAX_CHAIN = 3


def remember_source(source):
    """Lets tracebacks quote ``source`` as the text of ``solution.py``."""
    lines = [line + "\n" for line in source.splitlines()]
    linecache.cache[FILENAME] = (len(source), None, lines, FILENAME)


# A candidate's exception class may define these names anew; read through the base class they mean what they should.
_traceback_of, _cause_of, _context_of, _hides_context = (
    vars(BaseException)[name].__get__ for name in ("__traceback__", "__cause__", "__context__", "__suppress_context__")
)
_drop_traceback = vars(BaseException)["__traceback__"].__set__
_name_of = vars(type)["__name__"].__get__


def describe(error):
    """Returns ``{"text", "line"?}``: the candidate's own frames, and the innermost line to point at, if there is one."""
    try:
        text = str.__str__("".join(_sections(error)))
    except KeyboardInterrupt:
        raise
    except BaseException:
        text = f"{type_name(error)}: {message_of(error)}\n"
    if len(text) > MAX_CHARACTERS:
        text = text[: MAX_CHARACTERS // 2] + "\n  ...\n" + text[-MAX_CHARACTERS // 2 :]
    line = _line_of(error)
    return {"text": text} if line is None else {"text": text, "line": line}


def type_name(value):
    """The name of a value's class as text, whatever its metaclass says."""
    return str.__str__(_name_of(type(value)))


def release(error):
    """Takes the traceback of ``error`` apart, innermost frame first.

    Left to itself, a traceback of many thousand frames is freed by a recursion in C, one level for each frame, which
    overflows the small stack of WebAssembly and is fatal to the interpreter.
    """
    for link in _links(error):
        entries, frames = [], []
        entry = _traceback_of(link)
        _drop_traceback(link, None)
        while entry is not None:
            entries.append(entry)
            frames.append(entry.tb_frame)
            entry = entry.tb_next
        for entry in entries:
            entry.tb_next = None
        entry = None
        while entries:
            entries.pop()
            frames.pop()


def _links(error):
    pending, seen = [error], []
    while pending:
        link = pending.pop()
        if link is None or any(link is other for other in seen):
            continue
        seen.append(link)
        pending += [_cause_of(link), _context_of(link)]
    return seen


def message_of(error):
    """The exception's own message, in one line or several; never raises."""
    try:
        text = str.__str__(str(error))
    except KeyboardInterrupt:
        raise
    except BaseException:
        text = "<its message cannot be shown: str() of the exception failed>"
    return text if len(text) <= 1_000 else text[:1_000] + " ..."


def _sections(error, depth=1):
    """The texts of an exception and of those that led to it, oldest first, as Python prints them."""
    if depth < MAX_CHAIN:
        if _cause_of(error) is not None:
            yield from _sections(_cause_of(error), depth + 1)
            yield "\nThe above exception was the direct cause of the following exception:\n\n"
        elif _context_of(error) is not None and not _hides_context(error):
            yield from _sections(_context_of(error), depth + 1)
            yield "\nDuring handling of the above exception, another exception occurred:\n\n"
    yield _format(error)


def _format(error):
    frames, skipped = _own_frames(_traceback_of(error))
    shown = traceback.TracebackException(type(error), error, _link(frames), compact=True)
    lines = list(shown.format(chain=False))
    if skipped:
        lines.insert(1, f"  ({skipped:,} calls in the middle are not shown)\n")
    return "".join(lines)


def _own_frames(entry):
    own = []
    while entry is not None:
        if entry.tb_frame.f_code.co_filename == FILENAME:
            own.append(entry)
        entry = entry.tb_next
    skipped = len(own) - 2 * FRAMES_AT_EACH_END
    if skipped <= 0:
        return own, 0
    return own[:FRAMES_AT_EACH_END] + own[-FRAMES_AT_EACH_END:], skipped


def _link(frames):
    """Chains traceback entries anew, so that the frames between them disappear."""
    linked = None
    for entry in reversed(frames):
        linked = types.TracebackType(linked, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
    return linked


_SYNTAX_ERRORS = (SyntaxError, IndentationError, TabError)


def _line_of(error):
    if any(type(error) is kind for kind in _SYNTAX_ERRORS) and type(error.filename) is str and error.filename == FILENAME:
        if type(error.lineno) is int and 0 < error.lineno < 10**6:
            return error.lineno
    frames, _ = _own_frames(_traceback_of(error))
    return frames[-1].tb_lineno if frames else None
